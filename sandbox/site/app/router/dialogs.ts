import { type Route, stateUrl } from './route.ts';

/** The dialog over the page, or none. */
type Dialog = { name: 'imageDetail'; imageId: number } | { name: 'resourceReview'; reviewId: number } | null;

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
  const write = (how: 'pushState' | 'replaceState', imageId: number) => {
    const { page, query } = host.read();
    const url = stateUrl(page, { ...query, dialog: 'imageDetail', imageId: String(imageId) });
    const state = { url, as: `/images/${imageId}`, options: {}, __N: true, key: host.newKey() };
    history[how](state, '', state.as);
    announce(state);
    show({ name: 'imageDetail', imageId });
  };
  const openReview = (reviewId: number) => {
    const { page, query, asPath } = host.read();
    const params = { dialog: 'resourceReview', reviewId: String(reviewId) };
    const [path, search] = asPath.split('?');
    const as = `${path}?${new URLSearchParams([...new URLSearchParams(search), ...Object.entries(params)])}`;
    const state = { url: stateUrl(page, { ...query, ...params }), as, options: {}, __N: true, key: host.newKey() };
    history.pushState(state, '', as);
    announce(state);
    show({ name: 'resourceReview', reviewId });
  };

  return {
    get: () => dialog,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: imageId => write('pushState', imageId),
    openReview,
    swipe: imageId => write('replaceState', imageId),
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
