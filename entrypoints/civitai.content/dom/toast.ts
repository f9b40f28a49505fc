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
  /** `about`: the version that the sentences are about. */
  warn(sentences: Sentences, about?: string, link?: ToastLink): void;
};

const sheet = createSheet(toastStyle);

/** One message at a time, outside the site's own tree and scroller, announced to screen readers as well. */
export function createToast(signal: AbortSignal): Toast {
  const { host, words, close } = createBox();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = (): void => {
    clearTimeout(timer);
    host.remove();
  };
  close.addEventListener('click', hide);
  signal.addEventListener('abort', hide, { once: true });
  const show = (role: 'status' | 'alert', ...content: Node[]): void => {
    if (signal.aborted || isCutOff()) return;
    clearTimeout(timer);
    words.setAttribute('role', role);
    words.replaceChildren();
    if (!host.isConnected) document.body.append(host);
    // A live region announces what changes in it, so it stands in the page before it is filled.
    words.append(...content);
  };
  return {
    say(text) {
      show('status', createPart('p', 'what', text));
      timer = setTimeout(hide, GOOD_NEWS_MS);
    },
    warn({ what, meaning, next }, about, link) {
      const name = about ? [createPart('p', 'about', about)] : [];
      const last = createPart('p', 'next', next);
      if (link) last.append(' ', createLink(link));
      show('alert', ...name, createPart('p', 'what', what), createPart('p', 'meaning', meaning), last);
    },
  };
}

function createLink(link: ToastLink): HTMLElement {
  if ('href' in link) return Object.assign(createPart('a', 'link', link.text), { href: link.href });
  const button = Object.assign(createPart('button', 'link', link.text), { type: 'button' });
  button.addEventListener('click', event => event.isTrusted && link.press());
  return button;
}

function createBox(): { host: HTMLElement; words: HTMLElement; close: HTMLButtonElement } {
  const { host, root } = createHost('toast', sheet);
  const box = createPart('div', 'toast');
  const words = createPart('div', 'words');
  const close = createPart('button', 'close');
  close.type = 'button';
  close.setAttribute('aria-label', t('action.close'));
  close.append(drawIcon([CROSS]));
  box.append(words, close);
  root.append(box);
  return { host, words, close };
}
