import type { Attention } from '@/entrypoints/civitai.content/presses/attention';
import type { Press } from '@/entrypoints/civitai.content/presses/judge-press';
import type { Finding } from '@/entrypoints/civitai.content/site/finder';
import type { PageClient } from '@/entrypoints/civitai.content/vault-client/client';
import type { LookUps } from '@/entrypoints/civitai.content/vault-client/look-ups';
import type { FactOverlay, MarkedLink } from '@/entrypoints/civitai.content/views/marked-link';
import type { ask } from '@/utils/messages/ask';
import type { TabAnswer } from '@/utils/messages/tab-question';

/** What a link or a mark stands for. `button`: the mark's own; a link that is marked by style alone has none. */
export type MarkAt = { marked: MarkedLink; link: HTMLElement; button: HTMLElement | undefined };

/** A press of a mark: its element in the page, its own button, and the click. */
type PressedMark = { host: HTMLElement; opener: HTMLElement; press: Press; event: MouseEvent };

/** What the script of every page gives to the on-demand script. */
export type OnDemandParts = {
  client: PageClient;
  ask: typeof ask;
  lookUps: LookUps;
  attention: Attention;
  /** What a link or a mark stands for; `undefined`: nothing is drawn for it. */
  markAt(target: EventTarget | null): MarkAt | undefined;
  /** Draws everything, in both scripts. */
  update(): void;
  signal: AbortSignal;
};

/** What the on-demand script gives back: the model page, an image's recipe, and what a mark opens. */
export type OnDemandScript = FactOverlay & {
  /** The address has changed. */
  urlChanged(): void;
  linksChanged(finding: Finding): void;
  update(): void;
  describe(): TabAnswer;
  /** A mark was pressed. */
  press(marked: () => MarkedLink, pressed: PressedMark): void;
  /** Adds the small button for the model's versions behind a mark's own button. */
  addMore(button: HTMLElement): void;
  /** An event on a link from before this script was there to listen. */
  handleEarlyEvent(event: Event): void;
  /** The page keeps removing marks, and Vaulted has stopped to put them back. */
  gaveUp(): void;
  /** Tells the user in a toast. */
  say(text: string): void;
};

declare global {
  // In the isolated world of our scripts, which no page sees.
  var vaultedOnDemand: ((parts: OnDemandParts) => OnDemandScript) | undefined;
}
