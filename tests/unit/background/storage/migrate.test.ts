import { beforeEach, describe, expect, it } from 'vitest';
import { readToken } from '@/entrypoints/background/account/token';
import { openVaultDatabase } from '@/entrypoints/background/storage/database';
import { version } from '@/tests/unit/background/api/ids';
import { createSite, item } from '@/tests/unit/background/mirror/fake-site';
import { createTime, startWorker } from '@/tests/unit/background/mirror/stage';
import {
  type FormerContents,
  formerAccount,
  formerAttempt,
  formerIntent,
  writeFormerDatabase,
} from './former-database';
import { freshStorage } from './fresh-storage';

const KEY = '0123456789abcdef0123456789abcdef';
const SECOND = 1_000;

beforeEach(freshStorage);

const versionOf = (n: number) => version(10_000 + n);

/** A new worker on a database of an earlier release; the site's vault holds the items. */
async function wakeOn(former: number, contents: FormerContents, inVault: number[]) {
  await writeFormerDatabase(former, { ...formerAccount(KEY, 'old'), ...contents });
  const site = createSite(0);
  site.rows = inVault.map(n => item(n));
  const toggled: number[] = [];
  const { toggle } = site.api;
  site.api.toggle = id => {
    toggled.push(id - 10_000);
    return toggle(id);
  };
  const time = createTime();
  const worker = startWorker(site, time);
  await worker.engine.wake();
  /** Lets time pass as a worker lives through it. */
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= SECOND) await time.pass(SECOND);
  };
  const state = async (n: number) => (await worker.engine.cachedFacts([versionOf(n)]))[0];
  return { ...worker, site, time, toggled, pass, state };
}

const journal = async () => (await openVaultDatabase()).getAll('journal');
const row = (n: number, parts: object) => ({ versionId: versionOf(n), intent: undefined, next: undefined, ...parts });

describe.each([1, 2, 3])('a database of version %d', former => {
  it('keeps its key, and gets the stores of today', async () => {
    await wakeOn(former, {}, []);
    expect(await readToken()).toEqual({ key: KEY, session: 'old' });
    const database = await openVaultDatabase();
    expect([...database.objectStoreNames].sort()).toEqual(
      ['account', 'cooldowns', 'facts', 'history', 'items', 'journal', 'radar', 'sync', 'token'].sort(),
    );
    expect([...database.transaction('items').store.indexNames]).toEqual(['byModel', 'byPass', 'byVersion']);
  });

  it('settles a request without an answer by checks, and does not send it again', async () => {
    // The storage used proves it before the checks alone would: it was taken over as well.
    const post = formerAttempt('in', { usedKb: 105, sizeKb: 0 });
    const intent = formerIntent('in', { posts: 1 });
    const unanswered = row(1, { intent, post, untold: false });
    const { pass, state, toggled } = await wakeOn(former, { journal: [unanswered] }, [1, 2]);
    expect((await state(1))?.activity).toMatchObject({ target: 'in', phase: 'looking' });
    await pass(35 * SECOND);
    expect(await state(1)).toMatchObject({ state: 'in' });
    expect(await state(1)).not.toHaveProperty('activity');
    await pass(30 * SECOND);
    expect([toggled, await journal()]).toEqual([[], []]);
  });

  it('adds again what was removed for that, once', async () => {
    const intent = formerIntent('out', { posts: 1, thenIn: true });
    const removed = row(1, { intent, post: formerAttempt('out', {}), untold: false });
    const { pass, state, toggled } = await wakeOn(former, { journal: [removed] }, []);
    await pass(70 * SECOND);
    expect(toggled).toEqual([1]);
    expect(await state(1)).toMatchObject({ state: 'pending' });
    await pass(30 * SECOND);
    expect([toggled, await journal()]).toEqual([[1], []]);
  });

  it('sends no removal that had not left, with or without what was to follow', async () => {
    const waiting = (n: number, thenIn: boolean) => row(n, { intent: formerIntent('out', { thenIn }), untold: false });
    const contents = { journal: [waiting(1, true), waiting(2, false)] };
    const { pass, state, toggled } = await wakeOn(former, contents, [1, 2]);
    await pass(70 * SECOND);
    expect(toggled).toEqual([]);
    for (const n of [1, 2]) expect(await state(n)).toMatchObject({ problem: { kind: 'removal-unsent' } });
    expect(await journal()).toEqual([]);
  });

  it('carries out the newest intent, which waited behind a request without an answer', async () => {
    const [intent, next] = [formerIntent('out', { posts: 1 }), formerIntent('in')];
    const both = row(1, { intent, next, post: formerAttempt('out', {}), untold: false });
    const { pass, toggled } = await wakeOn(former, { journal: [both] }, []);
    await pass(70 * SECOND);
    expect(toggled).toEqual([1]);
  });

  it('does not believe a check against an answer that a replica may not know', async () => {
    const answered = row(1, { post: formerAttempt('in', { answer: 'in', ageMs: 5_000 }), untold: true });
    const fact = { versionId: versionOf(1), state: 'pending', asOf: Date.now() };
    const { engine, pass, state, time } = await wakeOn(former, { journal: [answered], facts: [fact] }, []);
    const checked = engine.check([versionOf(1)], true);
    await time.pass(SECOND);
    expect((await checked).facts).toMatchObject([{ state: 'pending' }]);
    await pass(20 * SECOND);
    expect(await state(1)).toMatchObject({ state: 'pending' });
  });
});

describe('a database of version 2 or 3', () => {
  it.each([2, 3])('reports a version that the vault holds twice (version %d)', async former => {
    const rows = [item(1), item(2, { modelVersionId: versionOf(1) })];
    const sync = { pass: 1, isFull: true, isWhole: true, nextPage: 0, startedAt: 1, totalItems: 2, syncedAt: 1 };
    const { mirror, state } = await wakeOn(
      former,
      {
        items: rows.map(known => ({ ...known, seenIn: 1, seenOn: 1 })),
        sync: [{ ...sync, hasShrunk: false, hasNews: false, doubles: [[versionOf(1), 2]] }],
      },
      [1],
    );
    await mirror.start();
    expect(await state(1)).toMatchObject({ problem: { kind: 'duplicated' } });
  });
});

describe('a database of version 3', () => {
  it('keeps a cooldown: nothing is sent, and no check is believed, until it is over', async () => {
    const time = createTime();
    const quiet = [{ versionId: versionOf(1), until: time.now() + 12 * SECOND }];
    const { engine, pass, session, toggled } = await wakeOn(3, { quiet }, []);
    void engine.submit({ session: await session(), versionId: versionOf(1), target: 'in' });
    await pass(10 * SECOND);
    expect(toggled).toEqual([]);
    await pass(5 * SECOND);
    expect(toggled).toEqual([1]);
  });
});
