import type { Sentences } from '@/utils/sentences/sentences';
import { isCutOff } from '@/utils/texts/template';
import { t } from '@/utils/texts/texts';
import { drawIcon } from './icons';
import { createHost, createSheet } from './on-demand-host';
import { createPart } from './parts';
import toastStyle from './toast.css?inline';

/** Good news goes by itself; a problem stays until it is closed or the next message comes. */
const GOOD_NEWS_MS = 4_000;
const CROSS = 'M6 6l12 12M18 6L6 18';

/** A way on from a message: an address, or what a press does. */
type ToastLink = { text: string } & ({ href: string } | { press(): void });

export type Toast = {
  say(text: string): void;
  /** The same for `ms`, or until `over` aborts, with a button, whose press closes it. */
  propose(text: string, button: { text: string; act(): void }, ms: number, over: AbortSignal): void;
  /** `about`: the version that the sentences are about. */
  warn(sentences: Sentences, about?: string, link?: ToastLink): void;
};

type Role = 'status' | 'alert';
type Box = { host: HTMLElement; close: HTMLButtonElement; regions: Record<Role, HTMLElement> };

const sheet = createSheet(toastStyle);

/**
 * One message at a time, outside the site's own tree and scroller, announced to screen readers as well. Those watch only what stood in
 * the page before it spoke, so an empty box is there from the start.
 */
export function createToast(signal: AbortSignal): Toast {
  const box = createBox();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = (): void => {
    clearTimeout(timer);
    fill(box, 'status', []);
  };
  box.close.addEventListener('click', hide);
  const end = (): void => {
    clearTimeout(timer);
    box.host.remove();
  };
  signal.addEventListener('abort', end, { once: true });
  if (!signal.aborted) document.body.append(box.host);
  const show = (role: Role, ...content: Node[]): void => {
    if (signal.aborted || isCutOff()) return;
    clearTimeout(timer);
    // The page has removed it.
    if (!box.host.isConnected) document.body.append(box.host);
    fill(box, role, content);
  };
  return {
    say(text) {
      show('status', createPart('p', 'what', text));
      timer = setTimeout(hide, GOOD_NEWS_MS);
    },
    propose(text, { text: label, act }, ms, over) {
      const button = createPart('button', 'offer', label);
      button.type = 'button';
      button.addEventListener('click', event => {
        if (!event.isTrusted) return;
        hide();
        act();
      });
      const words = createPart('p', 'what', text);
      show('status', words);
      box.close.before(button);
      timer = setTimeout(hide, ms);
      // By then another message may stand there.
      over.addEventListener('abort', () => words.isConnected && hide(), { once: true });
    },
    warn({ what, meaning, next }, about, link) {
      const name = about ? [createPart('p', 'about', about)] : [];
      const last = createPart('p', 'next', next);
      if (link) last.append(' ', createLink(link));
      show('alert', ...name, createPart('p', 'what', what), createPart('p', 'meaning', meaning), last);
    },
  };
}

/** The message in the region of its role, and nothing in the other. */
function fill({ host, close, regions }: Box, role: Role, content: Node[]): void {
  close.parentElement?.querySelector('.offer')?.remove();
  for (const region of Object.values(regions)) region.replaceChildren();
  regions[role].append(...content);
  host.dataset.vaultedUi = content.length > 0 ? 'toast' : 'silent';
}

function createLink(link: ToastLink): HTMLElement {
  if ('href' in link) return Object.assign(createPart('a', 'link', link.text), { href: link.href });
  const button = Object.assign(createPart('button', 'link', link.text), { type: 'button' });
  button.addEventListener('click', event => event.isTrusted && link.press());
  return button;
}

function createBox(): Box {
  const { host, root } = createHost('silent', sheet);
  const box = createPart('div', 'toast');
  const regions = { status: createPart('div', 'words'), alert: createPart('div', 'words') };
  for (const [role, region] of Object.entries(regions)) region.setAttribute('role', role);
  const close = createPart('button', 'close');
  close.type = 'button';
  close.setAttribute('aria-label', t('action.close'));
  close.append(drawIcon(CROSS));
  box.append(...Object.values(regions), close);
  root.append(box);
  return { host, close, regions };
}
