import { describe, expect, it } from 'vitest';
import { createRig, failure, IN, OUT, type Rig, V } from '@/tests/unit/background/vault/rig';
import type { Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';

const HOUR = 3_600_000;
const REFUSED = failure(
  { kind: 'site-error' },
  { sent: 'answered', status: 500, refusal: { code: 'NOT_FOUND', hasCause: false } },
);

function again(rig: Rig, confirmedAgo = 0): Result<VersionFact>[] {
  const outcome: Result<VersionFact>[] = [];
  const confirmedAt = rig.now() - confirmedAgo;
  const intent = { session: 'one', versionId: V, target: 'out', confirmedAt, addAgain: true } as const;
  void rig
    .engine()
    .submit(intent)
    .then(result => outcome.push(result));
  return outcome;
}

/** A version that is out, and whose addition the site has refused once. */
async function refusedRig(): Promise<Rig> {
  const rig = createRig();
  rig.world.kept.add(V);
  rig.world.toggles.push(OUT, REFUSED);
  again(rig);
  await rig.pass(1_000);
  rig.world.kept.delete(V);
  await rig.pass(30_000);
  expect(rig.attempts).toHaveLength(2);
  return rig;
}

/** The user signs out; what the database does then, the store does. */
async function signOut(rig: Rig): Promise<void> {
  rig.world.session = undefined;
  rig.store.empty(rig.now());
  rig.engine().end();
  await rig.pass(100);
}

async function signIn(rig: Rig, session = 'two'): Promise<void> {
  rig.world.session = { session, canWrite: true };
  await rig.engine().wake();
  await rig.pass(60_000);
}

describe('a version that is owed to the user', () => {
  it('is written down together with the request that removes it, and no sooner', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.checks.push({ after: 1_000, answer: [V] });
    again(rig);
    await rig.pass(500);
    expect(rig.store.journal.get(V)?.owed).toBeUndefined();
    rig.world.toggles.push({ after: 500, answer: OUT });
    await rig.pass(1_000);
    expect(rig.journalAtAttempt()).toMatchObject({ owed: { triedAt: 0 }, attempt: { kind: 'unanswered' } });
  });

  it('is added again an hour after the site has refused it, and is said to be missing until then', async () => {
    const rig = await refusedRig();
    expect(rig.shown()).toMatchObject({ state: 'out', problem: { kind: 'not-available' }, owed: 'trying' });
    expect(rig.shown()?.activity).toBeUndefined();
    expect(rig.world.alarmMs).toBe(HOUR);
    await rig.engine().wake();
    await rig.pass(30 * 60_000);
    expect(rig.attempts).toHaveLength(2);
    rig.world.toggles.push(IN);
    await rig.pass(HOUR);
    await rig.engine().wake();
    await rig.pass(1_000);
    expect(rig.attempts).toHaveLength(3);
    expect(rig.shown()).toMatchObject({ state: 'pending' });
    rig.world.kept.add(V);
    await rig.pass(60_000);
    expect(rig.shown()?.owed).toBeUndefined();
    expect(rig.store.journal.size).toBe(0);
    expect(rig.world.alarmMs).toBeUndefined();
  });

  it('outlives workers, days, and a browser whose clock was set back', async () => {
    const rig = await refusedRig();
    await rig.pass(3 * 24 * HOUR);
    rig.world.wallOffset -= 30 * 24 * HOUR;
    rig.world.toggles.push(IN);
    await rig.restart();
    await rig.pass(1_000);
    expect(rig.shown()).toMatchObject({ state: 'pending' });
    expect(rig.attempts).toHaveLength(3);
  });

  it.each([
    ['a key that may not write any more', (rig: Rig) => (rig.world.session = { session: 'one', canWrite: false })],
    [
      'no connection',
      (rig: Rig) => rig.world.checks.push(...Array.from({ length: 20 }, () => failure({ kind: 'offline' }))),
    ],
    ['a key that is refused', (rig: Rig) => rig.world.checks.push(failure({ kind: 'key-refused' }))],
    ['no vault', (rig: Rig) => rig.world.quotas.push({ ok: true, value: null })],
  ])('waits for its hour after %s', async (_, trouble) => {
    const rig = await refusedRig();
    trouble(rig);
    await rig.pass(HOUR);
    await rig.engine().wake();
    await rig.pass(HOUR / 2);
    expect([rig.attempts.length, rig.shown()?.owed]).toEqual([2, 'trying']);
    rig.world.session = { session: 'one', canWrite: true };
    rig.world.checks.length = 0;
    rig.world.toggles.push(IN);
    await rig.pass(HOUR);
    await rig.engine().wake();
    await rig.pass(60_000);
    expect(rig.shown()).toMatchObject({ state: 'pending' });
    expect(rig.attempts).toHaveLength(3);
  });

  it('is owed until a check has confirmed the answer', async () => {
    const rig = await refusedRig();
    rig.world.toggles.push(IN);
    await rig.pass(HOUR);
    await rig.engine().wake();
    // Every check says otherwise, for longer than an answer is believed; only then it is tried again, and within the hour not at all.
    await rig.pass(40 * 60_000);
    expect([rig.attempts.length, rig.shown()?.owed]).toEqual([3, 'trying']);
    rig.world.toggles.push(IN);
    await rig.pass(HOUR);
    await rig.engine().wake();
    await rig.pass(1_000);
    expect(rig.attempts).toHaveLength(4);
    rig.world.kept.add(V);
    await rig.pass(6 * 60_000);
    expect(rig.store.journal.size).toBe(0);
  });

  it('is no longer owed once another device has added it', async () => {
    const rig = await refusedRig();
    rig.world.kept.add(V);
    await rig.pass(HOUR);
    await rig.engine().wake();
    await rig.pass(1_000);
    expect(rig.attempts).toHaveLength(2);
    expect(rig.store.journal.size).toBe(0);
    expect(rig.shown()?.problem).toBeUndefined();
  });

  it('is no longer owed once the user gives it up, or removes it for good', async () => {
    const rig = await refusedRig();
    expect(await rig.engine().owed()).toMatchObject([{ versionId: V, owed: 'trying' }]);
    await rig.engine().dismissOwed(V);
    expect([rig.store.journal.size, await rig.engine().owed()]).toEqual([0, []]);
    expect(rig.shown()?.problem).toBeUndefined();
    await rig.engine().dismissOwed(V);
    const other = await refusedRig();
    other.remove();
    await other.pass(60_000);
    expect([other.store.journal.size, other.attempts.length]).toEqual([0, 2]);
  });

  it('is not owed where the removal was refused, or never left', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.toggles.push(REFUSED);
    again(rig);
    await rig.pass(60_000);
    expect(await rig.engine().owed()).toEqual([]);
    expect(rig.shown()).toMatchObject({ problem: { kind: 'removal-refused' } });
    await rig.pass(2 * HOUR);
    await rig.engine().wake();
    await rig.pass(1_000);
    expect(rig.attempts).toHaveLength(1);
  });

  it('leaves the vault within ten seconds of what was looked up, or not at all', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    const outcome = again(rig, 10_500);
    await rig.pass(1_000);
    expect(outcome).toMatchObject([{ ok: false, problem: { kind: 'removal-expired' } }]);
    expect(rig.attempts).toEqual([]);
  });
});

describe('a version that is owed to a user who signs out', () => {
  it('is added again only once the user says so, and is asked about until then', async () => {
    const rig = await refusedRig();
    await signOut(rig);
    await signIn(rig);
    expect(await rig.engine().owed()).toMatchObject([{ versionId: V, owed: 'asking' }]);
    expect(rig.world.alarmMs).toBeUndefined();
    expect(rig.attempts).toHaveLength(2);
    rig.world.toggles.push(REFUSED);
    rig.add();
    await rig.pass(60_000);
    expect(await rig.engine().owed()).toMatchObject([{ versionId: V, owed: 'trying' }]);
    rig.world.toggles.push(IN);
    await rig.pass(HOUR);
    await rig.engine().wake();
    await rig.pass(1_000);
    rig.world.kept.add(V);
    await rig.pass(60_000);
    expect([rig.attempts.length, rig.store.journal.size]).toEqual([4, 0]);
  });

  it('is asked about again after every sign-out, also from the middle of its removal', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.toggles.push({ after: 60_000, answer: OUT });
    again(rig);
    await rig.pass(1_000);
    await signOut(rig);
    await signIn(rig);
    await signOut(rig);
    await signIn(rig, 'three');
    expect(await rig.engine().owed()).toMatchObject([{ owed: 'asking' }]);
    await rig.engine().dismissOwed(V);
    expect(rig.store.journal.size).toBe(0);
  });
});
