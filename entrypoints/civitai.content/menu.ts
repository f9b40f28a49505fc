import { createHost } from './closer-host';
import { createPart } from './host';
import { createIcon } from './icons';
import type { Knowledge, Marked } from './marked-link';
import { type MenuItem, viewOfMenu } from './menu-view';
import type { Press } from './press';

/** Room between what opened the menu and the menu, and to the window's edges, px. */
const GAP = 6;

export type Menu = {
  /** Opens beside `opener`. With `focus` the keyboard goes into it; without, it goes when the pointer does. */
  open(marked: () => Marked, opener: HTMLElement, options?: { focus?: boolean }): void;
  close(): void;
  update(): void;
  /** True for nodes of the menu and for what opened it. */
  holds(node: Node): boolean;
};

type Open = { marked: () => Marked; opener: HTMLElement; stop: AbortController };

/** One menu at a time: what is known of a model, and its versions with their states and actions. On `body`, above everything. */
export function createMenu(know: Knowledge, press: Press, signal: AbortSignal): Menu {
  const { host, root } = createHost('menu');
  const box = createPart('div', 'menu');
  box.setAttribute('role', 'dialog');
  const title = createPart('p', 'title');
  const state = createPart('p', 'meaning');
  const list = createPart('ul', 'versions');
  title.dir = 'auto';
  box.append(title, state, list);
  root.append(box);
  let current: Open | undefined;

  const close = (): void => {
    const hadFocus = host.matches(':focus-within');
    current?.stop.abort();
    if (hadFocus) current?.opener.focus();
    current = undefined;
    host.remove();
  };
  signal.addEventListener('abort', close, { once: true });

  const update = (): void => {
    if (!current) return;
    if (!current.opener.isConnected) {
      close();
      return;
    }
    const marked = current.marked();
    const view = viewOfMenu(know, marked);
    box.setAttribute('aria-label', view.title);
    title.textContent = view.title;
    state.textContent = view.meaning;
    showItems(list, view.items, id => void press.version(current?.marked() ?? marked, id));
    place(box, current.opener);
  };

  return {
    close,
    update,
    holds: node => node === host || host.contains(node) || (current?.opener.contains(node) ?? false),
    open(marked, opener, { focus = false } = {}) {
      if (current?.opener === opener && host.isConnected && !focus) return;
      current?.stop.abort();
      const stop = new AbortController();
      current = { marked, opener, stop };
      document.body.append(host);
      update();
      void know.lookUps.target(marked().target).then(() => {
        const { modelId } = marked().target;
        const versions = modelId === undefined ? undefined : know.lookUps.versionsOf(modelId);
        if (!stop.signal.aborted) know.client.ask(versions?.versions.map(version => version.versionId) ?? []);
        update();
        if (focus) root.querySelector<HTMLElement>('li button')?.focus();
      });
      listen(stop.signal);
    },
  };

  function listen(stop: AbortSignal): void {
    const outside = (event: Event): void => {
      if (!event.composedPath().some(node => node === host || node === current?.opener)) close();
    };
    window.addEventListener('pointerdown', outside, { capture: true, signal: stop });
    document.addEventListener('wheel', outside, { capture: true, passive: true, signal: stop });
    document.addEventListener(
      'keydown',
      event => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          close();
        } else if (host.matches(':focus-within')) moveFocus(root, event);
      },
      { capture: true, signal: stop },
    );
  }
}

/** Rows keep their place and their focus: only what has changed is written. */
function showItems(
  list: HTMLElement,
  items: readonly MenuItem[],
  act: (versionId: MenuItem['versionId']) => void,
): void {
  const key = items.map(item => item.versionId).join();
  if (list.dataset.key !== key) {
    list.dataset.key = key;
    list.replaceChildren(...items.map(item => createRow(item, act)));
  }
  items.forEach((item, index) => {
    const button = list.children[index]?.querySelector('button');
    if (!button || button.getAttribute('aria-label') === item.name) return;
    button.setAttribute('aria-label', item.name);
    button.setAttribute('aria-disabled', String(item.isDisabled));
    button.dataset.state = item.icon;
    const words = createPart('span', 'name', item.title);
    words.dir = 'auto';
    button.replaceChildren(createIcon(item.icon), words, createPart('span', 'action', item.action));
  });
}

function createRow(item: MenuItem, act: (versionId: MenuItem['versionId']) => void): HTMLLIElement {
  const row = document.createElement('li');
  const button = createPart('button', 'item');
  button.type = 'button';
  button.addEventListener('click', event => {
    event.stopPropagation();
    if (event.isTrusted && button.getAttribute('aria-disabled') !== 'true') act(item.versionId);
  });
  row.append(button);
  return row;
}

function moveFocus(root: ShadowRoot, event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  event.stopPropagation();
  if (step === 0) return;
  event.preventDefault();
  const buttons = [...root.querySelectorAll<HTMLElement>('li button')];
  const at = buttons.findIndex(button => button.matches(':focus'));
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

function place(box: HTMLElement, opener: HTMLElement): void {
  const from = opener.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(from.right - width, innerWidth - width - GAP));
  const below = from.bottom + GAP;
  const top = below + height > innerHeight - GAP ? Math.max(GAP, from.top - height - GAP) : below;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
