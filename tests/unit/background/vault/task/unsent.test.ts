import { describe, expect, it } from 'vitest';
import { GRACE_MS, LIST_GRACE_MS, REMOVAL_VALID_MS } from '@/entrypoints/background/vault/constants';
import { failure, V, W } from '@/tests/unit/background/vault/rig';
import { known, rigWith } from './removal-rig';

describe('a removal in its grace', () => {
  it('is never sent by the next worker, which says so until the user has read it', async () => {
    const rig = await known(rigWith(V));
    rig.removeLater();
    await rig.pass(1_000);
    await rig.restart();
    await rig.pass(120_000);
    expect(rig.attempts).toEqual([]);
    expect(await rig.engine().removals()).toMatchObject([{ state: 'in', problem: { kind: 'removal-unsent' } }]);
    expect(await rig.change('undo', V)).toEqual([V]);
    await rig.pass(10);
    expect(rig.shown()).not.toHaveProperty('problem');
    expect(await rig.engine().removals()).toEqual([]);
  });

  it('has a new grace where it is confirmed again to the next worker', async () => {
    const rig = await known(rigWith(V));
    rig.removeLater();
    await rig.pass(1_000);
    const restarted = rig.restart();
    rig.removeLater();
    await restarted;
    await rig.pass(GRACE_MS);
    expect(rig.attempts).toEqual([]);
    await rig.pass(2_000);
    expect(rig.attempts).toHaveLength(1);
  });

  it('goes with the session', async () => {
    const rig = await known(rigWith(V));
    const removed = rig.removeLater();
    await rig.pass(1_000);
    rig.engine().end();
    rig.store.empty(rig.now());
    rig.world.session = { session: 'two', canWrite: true };
    await rig.pass(120_000);
    expect(removed).toEqual([{ ok: false, problem: { kind: 'not-signed-in' } }]);
    expect(rig.attempts).toEqual([]);
  });
});

describe('removals of a list', () => {
  const list = { isOfList: true } as const;

  it('have one grace, and can be taken back together', async () => {
    const rig = rigWith(V, W);
    const outcomes = [rig.removeLater(V, list), rig.removeLater(W, list)];
    await rig.pass(LIST_GRACE_MS);
    expect(rig.asked).toEqual([]);
    expect(await rig.change('undo', V, W)).toEqual([V, W]);
    await rig.pass(60_000);
    expect([rig.attempts, rig.asked]).toEqual([[], []]);
    for (const outcome of outcomes) expect(outcome).toMatchObject([{ ok: true }]);
  });

  it('are sent at once by "Remove now"', async () => {
    const rig = rigWith(V, W);
    for (const version of [V, W]) rig.removeLater(version, list);
    await rig.pass(100);
    await rig.change('now', V, W);
    await rig.pass(500);
    expect(rig.attempts).toHaveLength(2);
  });

  it.each([
    [true, { ok: true }],
    [false, { ok: false, problem: { kind: 'removal-expired' } }],
  ])('stay confirmed while the run is on screen: %s', async (isOnScreen, outcome) => {
    const rig = rigWith(V);
    rig.world.checks.push(failure({ kind: 'limited', until: rig.now() + 80_000 }));
    const removed = rig.removeLater(V, list);
    await rig.pass(50_000);
    if (isOnScreen) expect(await rig.change('still', V)).toEqual([V]);
    await rig.pass(50_000);
    expect(removed).toMatchObject([outcome]);
    expect(rig.attempts).toHaveLength(isOnScreen ? 1 : 0);
  });

  it('are not confirmed again by a page that has slept too long', async () => {
    const rig = rigWith(V);
    const removed = rig.removeLater(V, list);
    await rig.pass(1_000);
    rig.world.wallOffset += REMOVAL_VALID_MS;
    await rig.change('still', V);
    await rig.pass(60_000);
    expect(removed).toMatchObject([{ ok: false, problem: { kind: 'removal-expired' } }]);
  });
});
