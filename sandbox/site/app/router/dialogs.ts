import { type Route, stateUrl } from './route.ts';

type Opened = { name: 'imageDetail'; imageId: number } | { name: 'resourceReview'; reviewId: number };

/** The dialog over the page, or none. */
type Dialog = Opened | null;

export type Dialogs = {
  get(): Dialog;
  subscribe(listener: () => void): () => void;
  open(imageId: number): void;
  /** A review; the page's own path stays in the address. */
  openReview(reviewId: number): void;
  /** Swiping: another picture, the address replaced, nothing mounted anew. */
  swipe(imageId: number): void;
  close(): void;
  /** Takes over what a history entry says; called on every `popstate`. */
  follow(state: unknown): void;
  /** The page below goes away, and the dialog with it. Says nothing: next/router's own pushes do not. */
  leave(): void;
};

type Host = { read(): Route; newKey(): string };

/** The address of a dialog, as next/router would know it and as it is shown: a picture has its own, a review the page's. */
function addressesOf(dialog: Opened, { page, query, asPath }: Route): { url: string; as: string } {
  if (dialog.name === 'imageDetail') {
    const params = { dialog: dialog.name, imageId: String(dialog.imageId) };
    return { url: stateUrl(page, { ...query, ...params }), as: `/images/${dialog.imageId}` };
  }
  const params = { dialog: dialog.name, reviewId: String(dialog.reviewId) };
  const [path, search] = asPath.split('?');
  const as = `${path}?${new URLSearchParams([...new URLSearchParams(search), ...Object.entries(params)])}`;
  return { url: stateUrl(page, { ...query, ...params }), as };
}

/**
 * The site's own "browser router": dialogs go past next/router straight to `history` and announce themselves with
 * `locationchange`; the picture's address shows while the page below stays mounted (site-facts.md C.1, C.2).
 */
export function createDialogs(host: Host): Dialogs {
  let dialog: Dialog = null;
  const listeners = new Set<() => void>();

  const show = (next: Dialog) => {
    dialog = next;
    for (const listener of listeners) listener();
  };
  const announce = (state: unknown) => {
    window.dispatchEvent(new CustomEvent('locationchange', { detail: [state] }));
  };
  const write = (how: 'pushState' | 'replaceState', next: Opened) => {
    const state = { ...addressesOf(next, host.read()), options: {}, __N: true, key: host.newKey() };
    history[how](state, '', state.as);
    announce(state);
    show(next);
  };

  return {
    get: () => dialog,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: imageId => write('pushState', { name: 'imageDetail', imageId }),
    openReview: reviewId => write('pushState', { name: 'resourceReview', reviewId }),
    swipe: imageId => write('replaceState', { name: 'imageDetail', imageId }),
    close: () => history.back(),
    follow(state) {
      announce(state);
      show(readDialog(state));
    },
    leave: () => show(null),
  };
}

function readDialog(state: unknown): Dialog {
  if (typeof state !== 'object' || state === null || !('url' in state) || typeof state.url !== 'string') return null;
  const params = new URLSearchParams(state.url.split('?')[1]);
  const imageId = Number(params.get('imageId'));
  const reviewId = Number(params.get('reviewId'));
  if (params.get('dialog') === 'imageDetail' && imageId > 0) return { name: 'imageDetail', imageId };
  if (params.get('dialog') === 'resourceReview' && reviewId > 0) return { name: 'resourceReview', reviewId };
  return null;
}
