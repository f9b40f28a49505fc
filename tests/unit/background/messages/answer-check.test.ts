import { beforeEach, describe, expect, it } from 'vitest';
import { clearToken } from '@/entrypoints/background/account/token';
import { type AnswerParts, answerCheck as answerCheckOf } from '@/entrypoints/background/messages/answer-versions';
import { createGate } from '@/tests/unit/background/account/fake-account';
import { version } from '@/tests/unit/background/api/ids';
import { MINUTE, signIn } from '@/tests/unit/background/mirror/stage';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import type { VersionsAsked } from '@/utils/messages/protocol';
import { fail } from '@/utils/problem';
import { ids, start } from './witnesses';

const tab = { caller: 'site' as const, place: 'site' as const, tabId: 1, isPrivate: false };
/** A model page's check: it confirms all of what it asks for. */
const answerCheck = (witnesses: AnswerParts, asked: VersionsAsked) => answerCheckOf(witnesses, asked, tab);

beforeEach(async () => {
  await freshStorage();
  await signIn();
});

describe('a check', () => {
  it('asks once about all, also about what the list has just shown', async () => {
    const { witnesses, site, mirror } = start();
    await mirror.refreshIfStale();
    const { facts } = await answerCheck(witnesses, { versionIds: ids });
    expect(facts.map(({ state }) => state)).toEqual(['in', 'in', 'out']);
    expect(site.checks).toBe(1);
  });

  it('within a minute asks nothing, whichever tab or worker checks; after it asks again', async () => {
    const { witnesses, site, mirror, time } = start();
    await mirror.refreshIfStale();
    await answerCheck(witnesses, { versionIds: ids });
    time.passed += MINUTE - 1;
    expect((await answerCheck(start(site, time).witnesses, { versionIds: ids })).facts).toMatchObject([
      { state: 'in' },
      { state: 'in' },
      { state: 'out' },
    ]);
    expect(site.checks).toBe(1);
    time.passed += 1;
    await answerCheck(witnesses, { versionIds: ids });
    expect(site.checks).toBe(2);
  });

  it('is not spared by a sync in between, and asks about all if one alone is new', async () => {
    const { witnesses, site, mirror, time } = start();
    await answerCheck(witnesses, { versionIds: ids });
    time.passed += MINUTE / 2;
    await mirror.refreshIfStale();
    await answerCheck(witnesses, { versionIds: ids });
    expect(site.checks).toBe(1);
    const { facts } = await answerCheck(witnesses, { versionIds: [...ids, version(10_002)] });
    expect([site.checks, facts.map(({ confirmedAt }) => confirmedAt)]).toEqual([2, Array(4).fill(time.now())]);
  });

  it('asks nothing of what a list of now answers, in the vault or not, but for what has to be confirmed', async () => {
    const { witnesses, site, mirror, time } = start();
    await mirror.refreshIfStale();
    const listed = await answerCheck(witnesses, { versionIds: ids, confirm: [] });
    expect([listed.facts.map(({ state }) => state), site.checks]).toEqual([['in', 'in', 'out'], 0]);
    const { facts } = await answerCheck(witnesses, { versionIds: ids, confirm: ids.slice(0, 1) });
    expect(facts.map(({ confirmedAt }) => confirmedAt)).toEqual([time.now(), undefined, undefined]);
    time.passed += 5 * MINUTE;
    const old = await answerCheck(witnesses, { versionIds: ids, confirm: [] });
    expect(old.facts.map(({ confirmedAt }) => confirmedAt)).toEqual(ids.map(() => time.now()));
  });

  it('that wants to hear it again asks again', async () => {
    const { witnesses, site } = start();
    await answerCheck(witnesses, { versionIds: ids });
    await answerCheck(witnesses, { versionIds: ids, isFresh: true });
    expect(site.checks).toBe(2);
  });

  it('does not ask about what a toggle has just answered', async () => {
    const { witnesses, site, add } = start();
    await add(9);
    const checks = site.checks;
    const { facts } = await answerCheck(witnesses, { versionIds: [version(10_009)] });
    expect([facts[0]?.state, site.checks]).toEqual(['pending', checks]);
  });

  it('that fails says why, and what the mirror knows', async () => {
    const { witnesses, site, mirror, time } = start();
    await mirror.refreshIfStale();
    const asOf = time.now();
    time.passed += 2 * MINUTE;
    site.api.check = async () => ({ ...fail({ kind: 'offline' }), sent: 'no' });
    expect(await answerCheck(witnesses, { versionIds: ids })).toMatchObject({
      problem: { kind: 'offline' },
      facts: [
        { state: 'in', asOf },
        { state: 'in', asOf },
        { state: 'out', asOf },
      ],
    });
  });

  it('answered after a sign-out says nothing of the vault', async () => {
    const { witnesses, site, endSession } = start();
    const gate = createGate();
    const { check } = site.api;
    site.api.check = async asked => {
      await gate.opened;
      return check(asked);
    };
    const looking = answerCheck(witnesses, { versionIds: ids });
    void endSession();
    await clearToken();
    gate.open();
    expect(await looking).toEqual({ connection: { kind: 'signed-out' }, facts: [] });
  });
});
