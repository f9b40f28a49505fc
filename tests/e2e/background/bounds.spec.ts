import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { signInThroughPopup, signOutThroughPopup, untilSays } from '@/tests/e2e/support/browser/sign-in.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { readFigures } from '@/tests/e2e/support/vault/popup-figures.ts';
import { pressButton } from '@/tests/e2e/support/vault/popup-parts.ts';
import { until } from '@/tests/e2e/support/wait.ts';

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

/** A store of a release that does not exist yet, in place of the one that is there. */
function writeLaterStore(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const done = (request: IDBRequest) =>
      new Promise<void>((resolve, reject) => {
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      });
    await done(indexedDB.deleteDatabase('vaulted-vault'));
    const opening = indexedDB.open('vaulted-vault', 99);
    await done(opening);
    opening.result.close();
  });
}

describe('what comes from outside has a bound', () => {
  const stage = useStage({ member: 'small' });

  it.each([
    ['never ends', false, 12],
    ['repeats a page for ever', true, 12],
  ])('a list that %s is given up, and the database does not grow', async (_, isRepeated, most) => {
    const { browser, sandbox } = stage;
    const popup = await browser.openPopup();
    await signOutThroughPopup(popup);
    sandbox.faults.add({ endpoint: 'vault/all', kind: 'endless-list', isRepeated });
    sandbox.requests.clear();
    await signInThroughPopup(popup, keys.small);
    await untilSays(popup, /doesn’t add up/, { timeoutMs: 50_000 });
    const asked = sandbox.requests.of('vault/all').length;
    expect(asked).toBeLessThanOrEqual(most);
    expect(await countItems(popup)).toBeLessThanOrEqual(200 * asked);
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

describe('a store of a newer release', () => {
  const stage = useStage({ member: 'small' });

  it('is named, can be left behind, and costs nothing but the key', async () => {
    const { browser, sandbox } = stage;
    let popup = await browser.openPopup();
    await readFigures(popup);
    const before = sandbox.vault.items(sandbox.accounts.get('small').id).length;
    await until('the later store to be written', async () => {
      await browser.killWorker();
      await writeLaterStore(popup);
      return true;
    });
    await browser.killWorker();
    await browser.closePopup(popup);
    popup = await browser.openPopup();
    await untilSays(popup, /written by a newer version/);
    await pressButton(popup, /Start afresh/);
    await until('the form', () => popup.evaluate(() => Boolean(document.querySelector('form'))));
    expect(await signInThroughPopup(popup, keys.small)).toEqual({ account: expect.stringContaining('small') });
    expect(sandbox.vault.items(sandbox.accounts.get('small').id)).toHaveLength(before);
    expect(sandbox.requests.of('vault/toggle-version')).toEqual([]);
  });
});
