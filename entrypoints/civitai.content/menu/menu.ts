import type { Press } from '@/entrypoints/civitai.content/actions/press';
import type { Attention } from '@/entrypoints/civitai.content/presses/attention';
import { judgeControls } from '@/entrypoints/civitai.content/presses/controls';
import { readFreeKb, type SpaceClient } from '@/entrypoints/civitai.content/vault-client/free-space';
import { knownFactOf, type MarkedLink, type ViewSources } from '@/entrypoints/civitai.content/views/marked-link';
import { type MenuAnswers, type MenuView, viewOfMenu } from '@/entrypoints/civitai.content/views/menu-view';
import type { VersionId } from '@/utils/civitai/ids';
import { isCutOff } from '@/utils/texts/template';
import { isInVault } from '@/utils/vault/membership';
import { announceOpen, createMenuBox, type MenuBox, placeMenu, showMenu } from './menu-box';
import { watchMenu } from './watch-menu';

export type Menu = {
  /** Opens beside `opener`. With `focus` the keyboard goes into it; without, the menu closes when the pointer leaves. `isFresh`: the versions are looked up anew. `isAskingAgain`: it says that nothing was added, and why. */
  open(marked: () => MarkedLink, opener: HTMLElement, options?: Options): void;
  close(): void;
  update(): void;
  /** True for nodes of the menu and of its opener. */
  holds(node: Node): boolean;
};

type Options = { focus?: boolean; isFresh?: boolean } & Pick<MenuAnswers, 'isAskingAgain'>;

type Opened = {
  marked: () => MarkedLink;
  opener: HTMLElement;
  /** When a press has opened it, `performance.now()`. */
  pressedAt: number;
  end: AbortController;
  answers: MenuAnswers;
  /** The states of its versions when the free space was last asked for. */
  states?: string;
};

type MenuState = {
  readonly sources: ViewSources;
  readonly press: Pick<Press, 'version'>;
  readonly elements: MenuBox;
  readonly judge: ReturnType<typeof judgeControls>;
  /** A press in the menu may not be meant: the user reads that it has to be repeated. */
  readonly warn: () => void;
  /** Lets the user choose among a model's versions. */
  readonly choose: (marked: MarkedLink) => void;
  readonly client: SpaceClient;
  opened: Opened | undefined;
};

/** A button that goes away sooner takes its menu along before the user has read it. */
const READ_AFTER_MS = 2_000;

/** One menu at a time: a model, its versions with their states and actions. On `body`, above everything. */
export function createMenu(
  sources: ViewSources,
  press: Pick<Press, 'version'>,
  { attention, ...ways }: Pick<MenuState, 'warn' | 'choose' | 'client'> & { attention: Attention },
  signal: AbortSignal,
): Menu {
  const elements = createMenuBox();
  const { host, root } = elements;
  const judge = judgeControls(root, attention);
  const state: MenuState = { sources, press, elements, judge, ...ways, opened: undefined };
  elements.all.addEventListener('click', event => chooseVersions(state, event));
  signal.addEventListener('abort', () => close(state), { once: true });
  return {
    close: () => close(state),
    update: () => update(state),
    holds: node => node === host || host.contains(node) || (state.opened?.opener.contains(node) ?? false),
    open(marked, opener, { focus = false, isFresh = false, isAskingAgain } = {}) {
      if (state.opened?.opener === opener && host.isConnected && !focus) return;
      state.opened?.end.abort();
      if (state.opened) announceOpen(state.opened.opener, false);
      const pressedAt = focus ? performance.now() : Number.NEGATIVE_INFINITY;
      const opened: Opened = { marked, opener, pressedAt, end: new AbortController(), answers: { isAskingAgain } };
      state.opened = opened;
      announceOpen(opener, true);
      document.body.append(host);
      watchMenu(elements, opener, () => close(state), opened.end.signal);
      update(state);
      // The keyboard is in the menu at once; the look-up may take a while.
      if (focus) elements.box.focus();
      void loadVersions(state, opened, isFresh);
    },
  };
}

function close(state: MenuState): void {
  const { elements, opened } = state;
  const hadFocus = elements.root.activeElement !== null;
  opened?.end.abort();
  if (opened) announceOpen(opened.opener, false);
  if (hadFocus) opened?.opener.focus({ preventScroll: true });
  state.opened = undefined;
  elements.host.remove();
}

function update(state: MenuState): void {
  const { sources, elements, opened } = state;
  if (!opened) return;
  const { opener, pressedAt } = opened;
  if (!opener.isConnected || isCutOff()) {
    close(state);
    if (performance.now() - pressedAt < READ_AFTER_MS) state.warn();
    return;
  }
  const view = viewOfMenu(sources, opened.marked(), { now: Date.now(), isOnline: navigator.onLine }, opened.answers);
  showMenu(elements, view, (id, event) => pressRow(state, id, event));
  placeMenu(elements, opener);
  void readSpace(state, opened, view);
}

/** A row that adds is judged: what covers it or moves it may be the page's. One that removes only opens a question. */
function pressRow({ sources, press, judge, warn, opened }: MenuState, id: VersionId, event: MouseEvent): void {
  if (!opened) return;
  const marked = opened.marked();
  const act = (): void => press.version(marked, id);
  if (isInVault(knownFactOf(sources, marked.target, id)?.state ?? 'unknown')) act();
  else judge(event, { press: act, ask: warn });
}

/** What opens has its own "Add": this press adds nothing. */
function chooseVersions(state: MenuState, event: MouseEvent): void {
  event.stopPropagation();
  const marked = state.opened?.marked();
  if (!event.isTrusted || !marked) return;
  close(state);
  state.choose(marked);
}

async function loadVersions(state: MenuState, opened: Opened, isFresh: boolean): Promise<void> {
  const { client, lookUps } = state.sources;
  const { box, root } = state.elements;
  const { target } = opened.marked();
  opened.answers.problem = await lookUps.target(target, isFresh);
  if (opened.end.signal.aborted) return;
  const versions = target.modelId === undefined ? undefined : lookUps.versionsOf(target.modelId);
  client.requestVersions(versions?.versions.map(version => version.versionId) ?? []);
  update(state);
  if (root.activeElement === box) root.querySelector<HTMLElement>('li button')?.focus();
}

/** Whether an addition fits is said before the press. The free space is asked for again as soon as a version here has changed. */
async function readSpace(state: MenuState, opened: Opened, { items }: MenuView): Promise<void> {
  const states = items.map(({ versionId, icon }) => `${versionId} ${icon}`).join();
  if (states === opened.states) return;
  opened.states = states;
  const freeKb = await readFreeKb(state.client);
  if (opened.end.signal.aborted || freeKb === opened.answers.freeKb) return;
  opened.answers.freeKb = freeKb;
  update(state);
}
