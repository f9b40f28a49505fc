import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { leaveFormerDatabase } from '@/tests/e2e/support/vault/former-release.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { formerAccount, formerAttempt, formerIntent } from '@/tests/unit/background/storage/former-database.ts';

const SESSION = 'of-the-former-release';
const COOLDOWN_MS = 12_000;

type Fact = { versionId: number; state: string; activity?: object; problem?: { kind: string } };

/** Sends a message as the extension's own page does. */
async function ask(popup: Page, vaulted: string, arg: object): Promise<unknown> {
  return popup.evaluate(`(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ vaulted, arg })})`);
}

async function factOf(popup: Page, versionId: number): Promise<Fact | undefined> {
  const answer = await ask(popup, 'cached-versions', { versionIds: [versionId] });
  const { facts }: { facts: Fact[] } = JSON.parse(JSON.stringify(answer));
  return facts[0];
}

/** The stores of the database, and the rows of its journal. */
function stored(popup: Page): Promise<{ stores: string[]; journal: unknown[] }> {
  return popup.evaluate(async () => {
    const finished = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await finished(indexedDB.open('vaulted-vault'));
    const journal = await finished(database.transaction('journal').objectStore('journal').getAll());
    const stores = [...database.objectStoreNames];
    database.close();
    return { stores, journal };
  });
}

describe('the database of the release before', () => {
  const stage = useStage({ member: 'small' });

  it('is settled: nothing is lost, and nothing is sent twice', async () => {
    const { browser, sandbox } = stage;
    const { id: account } = sandbox.accounts.get('small');
    const [twice, ...mine] = sandbox.vault.items(account);
    const isMine = (version: number) => [twice, ...mine].some(row => row?.modelVersionId === version);
    const [lost, readded, cooling] = sandbox.catalogue.ordinaryVersions().flatMap(({ id }) => (isMine(id) ? [] : [id]));
    if (!twice || !lost || !readded || !cooling) throw new Error('the vault or the catalogue is too small');
    // The answer to its addition was lost; the removal that comes before adding again has been done.
    sandbox.vault.add(account, lost);
    const popup = await browser.openPopup();
    const coolUntil = Date.now() + COOLDOWN_MS;
    const journal = [
      { versionId: lost, intent: formerIntent('in', { posts: 1 }), post: formerAttempt('in', { ageMs: 60_000 }) },
      {
        versionId: readded,
        intent: formerIntent('out', { posts: 1, thenIn: true }),
        post: formerAttempt('out', { ageMs: 60_000 }),
      },
    ];
    const sync = { pass: 1, isFull: true, isWhole: true, nextPage: 0, startedAt: Date.now(), syncedAt: Date.now() };
    const { modelVersionId, modelId } = twice;
    const names = { modelName: '', versionName: '', creatorName: '', type: '', baseModel: '', category: '' };
    const sizes = { modelSizeKb: 1, detailsSizeKb: 0, imagesSizeKb: 0 };
    const item = { modelVersionId, modelId, status: 'Stored', ...names, ...sizes, failures: 0, files: [] };
    const former = {
      ...formerAccount(keys.small, SESSION),
      journal: journal.map(row => ({ ...row, untold: false })),
      quiet: [{ versionId: cooling, until: coolUntil }],
      items: [twice.id, twice.id + 1_000_000].map(id => ({ ...item, id, seenIn: 1, seenOn: Date.now() })),
      sync: [{ ...sync, totalItems: 2, hasShrunk: false, hasNews: false, doubles: [[modelVersionId, 2]] }],
    };
    await leaveFormerDatabase(browser, popup, 3, former);
    await browser.engine.openExtensionPage(popup, 'popup.html');

    await until(
      'the double to be told',
      async () => (await factOf(popup, modelVersionId))?.problem?.kind === 'duplicated',
    );
    void ask(popup, 'submit-intent', { session: SESSION, versionId: cooling, target: 'in' }).catch(() => {});
    const isSettled = async (version: number) => {
      const fact = await factOf(popup, version);
      return /in|pending/.test(fact?.state ?? '') && !fact?.activity;
    };
    for (const version of [lost, readded, cooling])
      await until(`${version} to be settled`, () => isSettled(version), { timeoutMs: 50_000 });

    const toggles = (version: number) =>
      sandbox.requests.of('vault/toggle-version').filter(sent => sent.versionIds.includes(version));
    expect(
      [lost, readded, cooling, modelVersionId].map(version => toggles(version).map(({ toggled }) => toggled)),
    ).toEqual([[], ['add'], ['add'], []]);
    expect(toggles(cooling)[0]?.at).toBeGreaterThanOrEqual(coolUntil);
    for (const version of [lost, readded, cooling]) expect(rowsOf(stage, 'small', version)).toHaveLength(1);
    const { stores } = await stored(popup);
    expect(stores).toContain('cooldowns');
    expect(stores).not.toContain('quiet');
  });
});
