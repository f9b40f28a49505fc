import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readToken } from '@/entrypoints/background/account/token';
import { countCopies, readItems, readModels } from '@/entrypoints/background/mirror/read-mirror';
import { closeVaultDatabase, openVaultDatabase } from '@/entrypoints/background/storage/database';
import type { FactRow, JournalRow } from '@/entrypoints/background/storage/rows';
import { createVaultStore } from '@/entrypoints/background/storage/vault-store';
import { forgetOpening, storageProblem } from '@/entrypoints/background/storage/verdict';
import { createFakeAccount, memberSite, signedIn } from '@/tests/unit/background/account/fake-account';
import { KEY } from '@/tests/unit/background/api/fake-fetch';
import { model, version } from '@/tests/unit/background/api/ids';
import { storedSnapshot } from '@/utils/account/snapshot';
import { freshStorage } from './fresh-storage';

const V = version(7);
const row: JournalRow = {
  versionId: V,
  intent: undefined,
  next: undefined,
  attempt: {
    ...{ meant: 'in', before: 'out', sentAt: 1, usedKb: 1, sizeKb: undefined, ageMs: 0 },
    ...{ kind: 'unanswered', lastSeen: undefined, isOvertaken: false },
  },
  unannounced: false,
};
const store = () => createVaultStore(() => undefined);
const refuse = () =>
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
/** The worker is killed; the next one meets the same browser. */
const nextWorker = forgetOpening;

beforeEach(async () => {
  await freshStorage();
  refuse();
});
afterEach(() => vi.restoreAllMocks());

describe('a browser that refuses the database', () => {
  it('keeps the key until it closes, for the next worker as well, and says that no list is kept', async () => {
    const { account } = createFakeAccount(memberSite());
    const { session } = await signedIn(account);
    nextWorker();
    expect(await readToken()).toEqual({ key: KEY, session });
    const next = createFakeAccount(memberSite()).account;
    expect(await next.connection()).toMatchObject({ kind: 'signed-in', canWrite: true });
    expect(await next.refresh()).toMatchObject({ ok: true, value: { hasNoList: true, isBrief: true } });
    expect(await storedSnapshot.getValue()).toMatchObject({ session, hasNoList: true });
    expect(storageProblem()).toEqual({ kind: 'storage-brief' });
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain(KEY);
  });

  it('keeps the journal for the next worker, and no other session’s', async () => {
    const { session } = await signedIn(createFakeAccount(memberSite()).account);
    const cooldown = { versionId: V, until: Date.now() + 30_000 };
    expect(await store().save(session, { journal: row, cooldown })).toBe(true);
    expect(await store().save('former', { journal: { ...row, versionId: version(8) } })).toBe(false);
    nextWorker();
    const { journal, cooldowns } = await store().load(session);
    expect([journal, cooldowns]).toEqual([[row], [cooldown]]);
    expect(await store().load('former')).toEqual({ journal: [], facts: [], cooldowns: [] });
    await store().save(session, { settled: V });
    expect((await store().load(session)).journal).toEqual([]);
  });

  it('keeps what is known of a version while checks of it prove nothing', async () => {
    const { session } = await signedIn(createFakeAccount(memberSite()).account);
    const fact: FactRow = { versionId: V, state: 'pending', asOf: 1, confirmedAt: 1 };
    await store().save(session, { journal: row, facts: [fact, { ...fact, versionId: version(8) }] });
    await store().save(session, { journal: { ...row, unannounced: true } });
    await store().save(session, { cooldown: { versionId: V, until: Date.now() + 30_000 } });
    nextWorker();
    expect((await store().load(session)).facts).toEqual([fact]);
    await store().save(session, { journal: row, facts: [{ ...fact, state: 'in' }] });
    expect((await store().load(session)).facts).toEqual([{ ...fact, state: 'in' }]);
    await store().save(session, { settled: V, facts: [fact] });
    expect((await store().load(session)).facts).toEqual([]);
  });

  it('forgets everything of the account with a sign-out but the cooldown of what was sent', async () => {
    const { account } = createFakeAccount(memberSite());
    const { session } = await signedIn(account);
    await store().save(session, { journal: row });
    await account.signOut();
    expect([await readToken(), await account.connection()]).toEqual([undefined, { kind: 'signed-out' }]);
    const again = await signedIn(account);
    expect(await store().load(again.session)).toMatchObject({ journal: [], cooldowns: [{ versionId: V }] });
  });

  it('is careful with a vault that an earlier store has known, and not with a new one', async () => {
    const first = await signedIn(createFakeAccount(memberSite()).account);
    expect((await store().load(first.session)).lostAt).toBeUndefined();
    // The browser closes: the small store goes.
    await fakeBrowser.storage.session.clear();
    nextWorker();
    const second = await signedIn(createFakeAccount(memberSite()).account);
    expect((await store().load(second.session)).lostAt).toBeGreaterThan(Date.now() - 60_000);
  });

  it('knows of no list, and of how many rows nothing', async () => {
    await signedIn(createFakeAccount(memberSite()).account);
    expect([await readItems(), await countCopies(V)]).toEqual([[], undefined]);
    expect(await readModels([model(1)], async () => [])).toEqual([{ modelId: 1, inVault: [], facts: [], asOf: 0 }]);
  });

  it('takes no key where it refuses the memory of the session, too', async () => {
    vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(new Error('no'));
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('no'));
    await expect(signedIn(createFakeAccount(memberSite()).account)).rejects.toThrow();
    expect(storageProblem()).toEqual({ kind: 'storage-refused' });
  });
});

it('a database that was open and can’t be opened again for a moment has no other store beside it', async () => {
  vi.restoreAllMocks();
  const { session } = await signedIn(createFakeAccount(memberSite()).account);
  await store().save(session, { journal: row });
  await closeVaultDatabase();
  refuse();
  await expect(store().load(session)).rejects.toThrow();
  vi.restoreAllMocks();
  await openVaultDatabase();
  expect((await store().load(session)).journal).toEqual([row]);
});
