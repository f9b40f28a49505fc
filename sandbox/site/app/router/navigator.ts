import type { PageProps } from '@/sandbox/site/app/data/page-props.ts';
import { createDialogs, type Dialogs } from './dialogs.ts';
import { addressOf, matchRoute, type Route, stateUrl } from './route.ts';
import { createScrollMemory } from './scroll-memory.ts';

/** Time between the new address and the new tree: the address comes first (site-facts.md C.1). */
const COMMIT_DELAY_MS = 40;

export type Navigator = {
  push(href: string): void;
  /** `shallow`: only the address and the query, as when a version is clicked (site-facts.md B.2). */
  replace(href: string, options: { shallow: boolean }): void;
  dialogs: Dialogs;
  start(signal: AbortSignal): void;
};

type Host = { buildId: string; read(): Route; commit(route: Route): void };

type HistoryState = { url: string; as: string; options: object; __N?: true; key: string };

function newKey(): string {
  return Math.random().toString(36).slice(2, 10);
}

function readState(value: unknown): HistoryState | undefined {
  if (typeof value !== 'object' || value === null || !('url' in value) || !('as' in value)) return undefined;
  const { url, as } = value;
  if (typeof url !== 'string' || typeof as !== 'string') return undefined;
  return { url, as, options: {}, key: 'key' in value && typeof value.key === 'string' ? value.key : '' };
}

type Inside = {
  host: Host;
  scroll: ReturnType<typeof createScrollMemory>;
  dialogs: Dialogs;
  /** Counts the navigations: an answer that comes after the next one began is not for the screen. */
  turn: number;
};

function write(how: 'pushState' | 'replaceState', route: Route, options: object, key = newKey()): void {
  const url = stateUrl(route.page, route.query);
  history[how]({ url, as: route.asPath, options, __N: true, key }, '', route.asPath);
}

/** Fetches the data of `href`; undefined: the document has to be loaded instead. */
async function fetchRoute(buildId: string, href: string): Promise<Route | undefined> {
  const target = new URL(href, location.href);
  const match = matchRoute(target.pathname, target.search);
  if (!match) return undefined;
  const path = target.pathname === '/' ? '/index' : target.pathname;
  const response = await fetch(`/_next/data/${buildId}${path}.json${target.search}`);
  if (!response.ok) return undefined;
  const answer: { pageProps: PageProps & { __N_REDIRECT?: string } } = await response.json();
  if (answer.pageProps.__N_REDIRECT) return fetchRoute(buildId, answer.pageProps.__N_REDIRECT);
  return { ...match, asPath: target.pathname + target.search + target.hash, pageProps: answer.pageProps };
}

/** `entry`: the history entry that a traverse has come to; it keeps its address, which may be a dialog's. */
async function change(
  inside: Inside,
  how: 'pushState' | 'replaceState',
  href: string,
  entry?: HistoryState,
): Promise<void> {
  const { host, scroll, dialogs } = inside;
  const mine = ++inside.turn;
  const route = await fetchRoute(host.buildId, href).catch(() => undefined);
  if (mine !== inside.turn) return;
  if (!route) {
    location.assign(href);
    return;
  }
  scroll.leave();
  if (entry) history.replaceState(history.state, '', entry.as);
  else write(how, route, {});
  scroll.enter(history.state?.key);
  await new Promise(resolve => setTimeout(resolve, COMMIT_DELAY_MS));
  if (mine !== inside.turn) return;
  if (!entry) dialogs.leave();
  host.commit(route);
  scroll.settle(entry?.key);
}

/** A link in a dialog to the page below it: past next/router, which would not leave the page it believes to be on (C.2). */
function pushBelow(inside: Inside, route: Route): void {
  inside.turn++;
  write('pushState', route, { shallow: true });
  inside.dialogs.follow(history.state);
  inside.host.commit(route);
}

/** The route with the props of the page that is on screen. */
function shallowRoute({ host }: Inside, href: string): Route | undefined {
  const target = new URL(href, location.href);
  const match = matchRoute(target.pathname, target.search);
  return match && { ...match, asPath: target.pathname + target.search, pageProps: host.read().pageProps };
}

function onPopState(inside: Inside, event: PopStateEvent): void {
  const state = readState(event.state);
  inside.dialogs.follow(event.state);
  if (!state) return;
  const address = addressOf(state.url);
  const { page, query } = inside.host.read();
  if (address === addressOf(stateUrl(page, query))) {
    // Next writes the same entry once more after every traverse (site-facts.md C.1).
    inside.turn++;
    history.replaceState(event.state, '', state.as);
    return;
  }
  void change(inside, 'replaceState', address, state);
}

/** The part of next/router that this site's pages use, with its order of events. */
export function createNavigator(host: Host): Navigator {
  const dialogs = createDialogs({ read: host.read, newKey });
  const inside: Inside = { host, scroll: createScrollMemory(), dialogs, turn: 0 };
  return {
    push(href) {
      const route = dialogs.get() ? shallowRoute(inside, href) : undefined;
      if (route?.page === host.read().page && route.query.id === host.read().query.id) pushBelow(inside, route);
      else void change(inside, 'pushState', href);
    },
    replace(href, { shallow }) {
      if (!shallow) {
        void change(inside, 'replaceState', href);
        return;
      }
      const route = shallowRoute(inside, href);
      if (!route) return;
      write('replaceState', route, { shallow: true }, history.state?.key);
      host.commit(route);
    },
    dialogs,
    start(signal) {
      if (!history.state?.__N) write('replaceState', host.read(), {});
      inside.scroll.enter(history.state?.key);
      dialogs.follow(history.state);
      addEventListener('popstate', event => onPopState(inside, event), { signal });
    },
  };
}
