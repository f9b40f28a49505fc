import { syncedAt } from '@/tests/bench/browsers/mirror-age.ts';
import { signOutThroughPopup } from '@/tests/e2e/support/browser/sign-in.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';
import type { Bench } from './open-builds.ts';
import type { Vault } from './vaults.ts';

/** Items of a page, as the mirror and nothing else asks for them. */
export const PAGE_SIZE = 200;
/** The mirror counts as fresh for five. */
const STALE_MS = 6 * 60_000;

function pagesAsked({ sandbox }: Bench) {
  const isOurs = (search: string) => new URLSearchParams(search).get('limit') === String(PAGE_SIZE);
  return sandbox.requests.of('vault/all').filter(({ search }) => isOurs(search));
}

/** Signs in, as a user does, and waits until the whole vault is known; ms from the first request's arrival. */
export async function fullSync(bench: Bench, { key }: Vault): Promise<{ ms: number; requests: number }> {
  const { browser, sandbox } = bench;
  sandbox.requests.clear();
  const signingIn = browser.signIn(key);
  const endedAt = await until('the full sync', async () => (await syncedAt(bench.probe)) && Date.now(), {
    timeoutMs: 120_000,
    everyMs: 50,
  });
  await signingIn;
  await untilQuiet('the number of requests', () => sandbox.requests.all().length);
  const pages = pagesAsked(bench);
  return { ms: endedAt - (pages[0]?.at ?? Number.NaN), requests: pages.length };
}

/** The same pages by the shortest way there is: one `fetch` after the other from a page of the extension, parsed and forgotten. */
export async function fetchOnly({ probe }: Bench, { key, items }: Vault): Promise<number> {
  return probe.evaluate(
    async (token, pages, size) => {
      const startedAt = performance.now();
      for (let page = 1; page <= pages; page += 1) {
        const query = new URLSearchParams({ limit: String(size), page: String(page), sort: 'Recently Added' });
        const answer = await fetch(`https://civitai.com/api/v1/vault/all?${query}`, {
          headers: { Accept: 'application/json', Authorization: `Bearer ${token}` },
          credentials: 'omit',
          cache: 'no-store',
        });
        const { items: found } = await answer.json();
        if (found.length !== size) throw new Error(`Page ${page} has ${found.length} items`);
      }
      return performance.now() - startedAt;
    },
    key,
    items / PAGE_SIZE,
    PAGE_SIZE,
  );
}

/** Opens the popup when the mirror is too old to count as fresh; how many pages are asked for. */
export async function incrementalSync(bench: Bench): Promise<number> {
  const { browser, sandbox } = bench;
  const old = (await syncedAt(bench.probe, Date.now() - STALE_MS)) ?? Number.NaN;
  sandbox.requests.clear();
  const popup = await browser.openPopup();
  await until('the incremental sync', async () => ((await syncedAt(bench.probe)) ?? 0) > old, { timeoutMs: 30_000 });
  await untilQuiet('the number of requests', () => sandbox.requests.all().length);
  await browser.closePopup(popup);
  return pagesAsked(bench).length;
}

/** Forgets the whole vault. */
export async function signOut({ browser }: Bench): Promise<void> {
  const popup = await browser.openPopup();
  await signOutThroughPopup(popup);
  await browser.closePopup(popup);
}
