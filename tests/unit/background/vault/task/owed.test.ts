import { describe, expect, it } from 'vitest';
import { again, HOUR, refusedRig } from '@/tests/unit/background/vault/owed-rig';
import { createRig, failure, IN, OUT, type Rig, V } from '@/tests/unit/background/vault/rig';

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
});
