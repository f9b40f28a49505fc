import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { signInThroughPopup, signOutThroughPopup, untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { readFigures } from '@/tests/e2e/support/vault/popup-figures.ts';

/** How many items the mirror holds. */
function countItems(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('vaulted-vault'));
    const count = await done(database.transaction('items').objectStore('items').count());
    database.close();
    return count;
  });
}

describe('what comes from outside has a bound', () => {
  const stage = useStage({ member: 'small' });

  it.each([
    // So many pages as the list announces at first, and three more.
    ['never ends', false, 4],
    // A page that brings no news.
    ['repeats a page for ever', true, 2],
  ])('a list that %s is given up, and the database does not grow', async (_, isRepeated, lastPage) => {
    const { browser, sandbox } = stage;
    const popup = await browser.openPopup();
    await signOutThroughPopup(popup);
    sandbox.faults.add({ endpoint: 'vault/all', kind: 'endless-list', isRepeated });
    sandbox.requests.clear();
    await signInThroughPopup(popup, keys.small);
    await untilSays(popup, /doesn’t add up/, { timeoutMs: 50_000 });
    const pages = sandbox.requests
      .of('vault/all')
      .map(({ search }) => Number(new URLSearchParams(search).get('page') ?? 1));
    expect(pages.length).toBeLessThanOrEqual(12);
    expect(Math.max(...pages)).toBe(lastPage);
    expect(await countItems(popup)).toBeLessThanOrEqual(200 * lastPage);
    sandbox.faults.clear();
  });

  it('an answer without an end is put aside with a sentence, and the figures stay', async () => {
    const { browser, sandbox } = stage;
    sandbox.faults.add({ endpoint: 'vault/get', kind: 'endless' });
    const popup = await browser.openPopup();
    await untilSays(popup, /far larger than usual/, { timeoutMs: 30_000 });
    expect((await readFigures(popup)).used.text).toBe('20.93 GB');
    sandbox.faults.clear();
  });
});
