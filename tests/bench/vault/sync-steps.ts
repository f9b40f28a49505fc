import type { Page } from 'puppeteer-core';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { syncedAt } from '@/tests/bench/browsers/mirror-age.ts';
import { FIRM_LIMITS } from '@/tests/bench/budgets.ts';
import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { signOutThroughPopup } from '@/tests/e2e/support/browser/sign-in.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';

/** `probe`: a page of the extension that asks its worker for nothing. */
export type Bench = { sandbox: Sandbox; browser: TestBrowser; probe: Page };

/** What the mirror alone asks for: pages of 200. */
function pagesAsked({ sandbox }: Bench) {
  return sandbox.requests.of('vault/all').filter(({ search }) => new URLSearchParams(search).get('limit') === '200');
}

/** Signs in, as a user does, and waits until the whole vault is known. */
export async function fullSync(bench: Bench): Promise<{ ms: number; requests: number }> {
  const { browser, sandbox } = bench;
  sandbox.requests.clear();
  const signingIn = browser.signIn(keys.huge);
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
export async function baseline({ probe }: Bench): Promise<number> {
  return probe.evaluate(
    async (key, pages) => {
      const startedAt = performance.now();
      for (let page = 1; page <= pages; page += 1) {
        const query = new URLSearchParams({ limit: '200', page: String(page), sort: 'Recently Added' });
        const answer = await fetch(`https://civitai.com/api/v1/vault/all?${query}`, {
          headers: { Accept: 'application/json', Authorization: `Bearer ${key}` },
          credentials: 'omit',
          cache: 'no-store',
        });
        const { items } = await answer.json();
        if (items.length !== 200) throw new Error(`Page ${page} of the baseline has ${items.length} items`);
      }
      return performance.now() - startedAt;
    },
    keys.huge,
    FIRM_LIMITS.fullSyncRequests,
  );
}

/** Opens the popup when the mirror is older than the 5 minutes for which it counts as fresh. */
export async function incrementalSync(bench: Bench): Promise<number> {
  const { browser, sandbox } = bench;
  const old = (await syncedAt(bench.probe, 6 * 60_000)) ?? Number.NaN;
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
