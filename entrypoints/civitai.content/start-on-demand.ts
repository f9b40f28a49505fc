import { createAskAgain } from '@/entrypoints/civitai.content/actions/ask-again';
import { createIntents } from '@/entrypoints/civitai.content/actions/intents';
import { createPress } from '@/entrypoints/civitai.content/actions/press';
import { GAVE_UP } from '@/entrypoints/civitai.content/dom/put-back-limit';
import { createToast } from '@/entrypoints/civitai.content/dom/toast';
import { createMenu, type Menu } from '@/entrypoints/civitai.content/menu/menu';
import { watchTextLinks } from '@/entrypoints/civitai.content/menu/text-link-menu';
import { createConnectButton } from '@/entrypoints/civitai.content/model-page/connect-button';
import { createModelPage } from '@/entrypoints/civitai.content/model-page/model-page';
import { reactWith, watchOfficialButton } from '@/entrypoints/civitai.content/model-page/official-button';
import { createVaultButton } from '@/entrypoints/civitai.content/model-page/vault-button';
import { createVersionMarks } from '@/entrypoints/civitai.content/model-page/version-marks';
import { createRecipes } from '@/entrypoints/civitai.content/recipe/recipe-button';
import type { Finding } from '@/entrypoints/civitai.content/site/finder';
import { createPageData } from '@/entrypoints/civitai.content/surfaces/page-data';
import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import type { LookUps } from '@/entrypoints/civitai.content/vault-client/look-ups';
import type { Marked } from '@/entrypoints/civitai.content/views/marked-link';
import type { VersionId } from '@/utils/civitai/ids';
import type { TabAnswer } from '@/utils/messages/protocol';
import type { VersionFact } from '@/utils/vault/membership';

/** What the script of every page gives to the one for the on-demand script. */
export type OnDemandParts = {
  client: Client;
  lookUps: LookUps;
  /** What a link that is marked by style alone stands for. */
  textAt(link: HTMLAnchorElement): Marked | undefined;
  /** Draws everything, here and there. */
  update(): void;
  signal: AbortSignal;
};

/** What stands on a model page, beside an image's recipe, and what opens when a person reaches for a mark. */
export type OnDemandScript = {
  /** The address has changed. */
  urlChanged(): void;
  linksChanged(finding: Finding): void;
  update(): void;
  describe(): TabAnswer;
  /** The fact with what this page alone knows laid over it. */
  overlay(versionId: VersionId, fact: VersionFact | undefined): VersionFact | undefined;
  press(marked: Marked, more: () => void): Promise<void>;
  openMenu(marked: () => Marked, opener: HTMLElement): void;
  /** A person has reached for a link that is marked by style alone, before anybody listened. */
  handleReach(event: Event): void;
  /** The page keeps removing marks. */
  gaveUp(): void;
};

declare global {
  // The isolated world of our scripts: no page sees it.
  var vaultedOnDemand: ((kit: OnDemandParts) => OnDemandScript) | undefined;
}

/** Starts all that only the on-demand script needs; all of it ends with the kit's signal. */
export function startOnDemand({ client, lookUps, textAt, update, signal }: OnDemandParts): OnDemandScript {
  const toast = createToast(signal);
  const worn = (): void => toast.warn(GAVE_UP);
  const intents = createIntents(client, toast, update);
  const know = { client, lookUps, intents };
  const lookAround = createAskAgain(client, toast, signal);
  const press = createPress(know, { clearTheWay: () => menu.close(), lookAround }, signal);
  const menu: Menu = createMenu(know, press, signal);
  const recipes = createRecipes(know, signal);
  const page = createModelPage(
    {
      client,
      pageData: createPageData(),
      intents,
      marks: createVersionMarks(worn),
      button: createVaultButton(worn),
      connect: createConnectButton(client.openSignIn),
    },
    signal,
  );
  signal.addEventListener('abort', page.clear, { once: true });
  watchOfficialButton({ onScreen: page.onScreen, ...reactWith(intents, toast.say) }, signal);
  return {
    urlChanged: page.arrive,
    describe: page.describe,
    overlay: intents.overlay,
    press: press.mark,
    openMenu: (marked, opener) => menu.open(marked, opener, { focus: true }),
    handleReach: watchTextLinks(textAt, menu, signal),
    gaveUp: worn,
    linksChanged(finding) {
      page.meetLinks(finding.links);
      recipes.meet(finding);
    },
    update() {
      page.update();
      recipes.update();
      menu.update();
    },
  };
}
