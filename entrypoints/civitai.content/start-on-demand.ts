import { type ActionSources, createIntents } from '@/entrypoints/civitai.content/actions/intents';
import { createPress } from '@/entrypoints/civitai.content/actions/press';
import { warnOf } from '@/entrypoints/civitai.content/actions/submit';
import { createToast } from '@/entrypoints/civitai.content/dom/toast';
import { createVersionChoice } from '@/entrypoints/civitai.content/menu/choice/version-choice';
import { createMenu, type Menu } from '@/entrypoints/civitai.content/menu/menu';
import { watchLinks } from '@/entrypoints/civitai.content/menu/watch-links';
import { createConnectButton } from '@/entrypoints/civitai.content/model-page/connect/connect-button';
import { createLoginWay } from '@/entrypoints/civitai.content/model-page/connect/login-way';
import type { MissingParts } from '@/entrypoints/civitai.content/model-page/describe-page';
import type { PageParts } from '@/entrypoints/civitai.content/model-page/draw-model-page';
import { createModelPage, type ModelPage } from '@/entrypoints/civitai.content/model-page/model-page';
import { watchOfficialButton } from '@/entrypoints/civitai.content/model-page/official-button';
import { createVaultButton } from '@/entrypoints/civitai.content/model-page/vault-button';
import { createVersionMarks } from '@/entrypoints/civitai.content/model-page/version-marks';
import type { OnDemandParts, OnDemandScript } from '@/entrypoints/civitai.content/on-demand/contract';
import type { Attention } from '@/entrypoints/civitai.content/presses/attention';
import { watchPointer } from '@/entrypoints/civitai.content/presses/pointer-place';
import { createRecipes } from '@/entrypoints/civitai.content/recipe/recipes';
import { createPageData } from '@/entrypoints/civitai.content/surfaces/page-data';
import { createOnDemandClient } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import { t } from '@/utils/texts/texts';

/** Starts what only the on-demand script needs; all of it ends with the parts' signal. */
export function startOnDemand({
  client: ofPage,
  ask,
  lookUps,
  attention,
  markAt,
  update,
  signal,
}: OnDemandParts): OnDemandScript {
  const client = createOnDemandClient(ofPage, ask, signal);
  const toast = createToast(signal);
  const gaveUp = (): void =>
    toast.warn({ what: t('gave-up.what'), meaning: t('gave-up.meaning'), next: t('gave-up.next') });
  const pressAgain = (): void =>
    toast.warn({ what: t('press-again.what'), meaning: t('press-again.meaning'), next: t('press-again.next') });
  const intents = createIntents(client, toast, update, watchPointer(signal));
  const sources: ActionSources = { client, lookUps, intents };
  const press = createPress(sources, () => menu.close(), signal);
  const choice = createVersionChoice(sources, signal);
  const menu: Menu = createMenu(sources, press, { attention, warn: pressAgain, choose: choice.open, client }, signal);
  const recipes = createRecipes(sources, signal);
  const openVersions: PageParts['openVersions'] = (marked, opener, isAskingAgain) =>
    menu.open(() => marked, opener, { focus: true, isFresh: true, isAskingAgain });
  const sayKept = (versionId: VersionId): void => {
    const open = { text: t('kept.open'), press: () => client.openItem(versionId) };
    toast.warn({ what: t('kept.what'), meaning: t('kept.meaning'), next: '' }, undefined, open);
  };
  const warn = (problem: Problem): void => warnOf(toast, problem);
  const page = startModelPage(
    { client, intents, attention, say: toast.say, warn, openVersions, sayKept, update },
    gaveUp,
    signal,
  );
  watchOfficialButton({ ...intents, onScreen: page.onScreen }, signal);
  return {
    gaveUp,
    say: toast.say,
    urlChanged: page.urlChanged,
    describe: page.describe,
    overlay: intents.overlay,
    ...watchLinks({ markAt, attention, signal }, sources, press, menu),
    linksChanged(finding) {
      page.linksChanged(finding.links);
      recipes.linksChanged(finding);
    },
    update() {
      page.update();
      recipes.update();
      menu.update();
      choice.update();
      intents.update();
    },
  };
}

function startModelPage(
  parts: Pick<PageParts, 'client' | 'intents' | 'say' | 'openVersions'> &
    Pick<MissingParts, 'sayKept'> & { attention: Attention; update(): void; warn(problem: Problem): void },
  gaveUp: () => void,
  signal: AbortSignal,
): ModelPage {
  const page = createModelPage(
    {
      ...parts,
      pageData: createPageData(),
      marks: createVersionMarks(gaveUp),
      button: createVaultButton(parts.attention, gaveUp),
      connect: createConnectButton(),
      login: createLoginWay(parts, signal),
    },
    signal,
  );
  signal.addEventListener('abort', page.clear, { once: true });
  return page;
}
