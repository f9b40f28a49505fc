import { createLookAround } from '@/entrypoints/civitai.content/actions/ask-again';
import { createWishes } from '@/entrypoints/civitai.content/actions/intents';
import { createPress } from '@/entrypoints/civitai.content/actions/press';
import { WORN_OUT } from '@/entrypoints/civitai.content/dom/put-back-limit';
import { createToast } from '@/entrypoints/civitai.content/dom/toast';
import { createMenu, type Menu } from '@/entrypoints/civitai.content/menu/menu';
import { watchTextLinks } from '@/entrypoints/civitai.content/menu/text-link-menu';
import { createConnect } from '@/entrypoints/civitai.content/model-page/connect-button';
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

/** What the script of every page gives to the one for a closer look. */
export type Kit = {
  client: Client;
  lookUps: LookUps;
  /** What a link that is marked by style alone stands for. */
  textAt(link: HTMLAnchorElement): Marked | undefined;
  /** Draws everything, here and there. */
  update(): void;
  signal: AbortSignal;
};

/** What stands on a model page, beside an image's recipe, and what opens when a person reaches for a mark. */
export type CloserLook = {
  /** The address has changed. */
  arrive(): void;
  meet(finding: Finding): void;
  update(): void;
  describe(): TabAnswer;
  /** The fact with what this page alone knows laid over it. */
  overlay(versionId: VersionId, fact: VersionFact | undefined): VersionFact | undefined;
  press(marked: Marked, more: () => void): Promise<void>;
  openMenu(marked: () => Marked, opener: HTMLElement): void;
  /** A person has reached for a link that is marked by style alone, before anybody listened. */
  reach(event: Event): void;
  /** The page keeps removing marks. */
  worn(): void;
};

declare global {
  // The isolated world of our scripts: no page sees it.
  var vaultedCloserLook: ((kit: Kit) => CloserLook) | undefined;
}

/** Starts all that only a closer look needs; all of it ends with the kit's signal. */
export function createCloserLook({ client, lookUps, textAt, update, signal }: Kit): CloserLook {
  const toast = createToast(signal);
  const worn = (): void => toast.warn(WORN_OUT);
  const wishes = createWishes(client, toast, update);
  const know = { client, lookUps, wishes };
  const lookAround = createLookAround(client, toast, signal);
  const press = createPress(know, { clearTheWay: () => menu.close(), lookAround }, signal);
  const menu: Menu = createMenu(know, press, signal);
  const recipes = createRecipes(know, signal);
  const page = createModelPage(
    {
      client,
      pageData: createPageData(),
      wishes,
      marks: createVersionMarks(worn),
      button: createVaultButton(worn),
      connect: createConnect(client.openSignIn),
    },
    signal,
  );
  signal.addEventListener('abort', page.clear, { once: true });
  watchOfficialButton({ onScreen: page.onScreen, ...reactWith(wishes, toast.say) }, signal);
  return {
    arrive: page.arrive,
    describe: page.describe,
    overlay: wishes.overlay,
    press: press.mark,
    openMenu: (marked, opener) => menu.open(marked, opener, { focus: true }),
    reach: watchTextLinks(textAt, menu, signal),
    worn,
    meet(finding) {
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
