import { describe, expect, it } from 'vitest';
import { GRACE_MS, REMOVAL_VALID_MS } from '@/entrypoints/background/vault/constants';
import { createRig, IN, type Rig, V, W } from '@/tests/unit/background/vault/rig';
import { known, rigWith } from './removal-rig';

describe('a confirmed removal', () => {
  it('can be taken back for 8 s, is shown as busy, and is sent then', async () => {
    const rig = await known(rigWith(V));
    const removed = rig.removeLater();
    await rig.pass(100);
    const { activity, state } = rig.shown() ?? {};
    expect(state).toBe('in');
    expect(activity).toMatchObject({ target: 'out', phase: 'grace' });
    expect((activity?.until ?? 0) - rig.now()).toBeGreaterThan(GRACE_MS - 200);
    expect((activity?.until ?? 0) - rig.now()).toBeLessThanOrEqual(GRACE_MS);
    await rig.pass(GRACE_MS);
    expect([rig.attempts, rig.asked]).toEqual([[], []]);
    await rig.pass(2_000);
    expect(rig.attempts).toHaveLength(1);
    expect(removed).toMatchObject([{ ok: true, value: { state: 'out' } }]);
  });

  it.each([
    ['an undo', (rig: Rig) => void rig.change('undo', V)],
    ['an addition', (rig: Rig) => void rig.add()],
  ])('is taken back by %s, without any request', async (_, takeBack) => {
    const rig = await known(rigWith(V));
    const removed = rig.removeLater();
    await rig.pass(7_900);
    takeBack(rig);
    await rig.pass(120_000);
    expect([rig.attempts, rig.asked]).toEqual([[], []]);
    expect(removed).toMatchObject([{ ok: true, value: { state: 'in' } }]);
    expect(rig.shown()).toMatchObject({ state: 'in' });
    expect(rig.shown()).not.toHaveProperty('activity');
    expect([rig.store.journal.size, rig.world.alarmMs]).toEqual([0, undefined]);
  });

  it('says which removals it was too late to take back', async () => {
    const rig = await known(rigWith(V));
    rig.removeLater();
    await rig.pass(GRACE_MS + 2_000);
    expect(await rig.change('undo', V, W)).toEqual([]);
    expect(rig.attempts).toHaveLength(1);
  });

  it('can be taken back while its check is on its way', async () => {
    const rig = await known(rigWith(V));
    rig.world.checks.push({ after: 3_000, answer: [V] });
    rig.removeLater();
    await rig.pass(GRACE_MS + 2_000);
    expect(rig.asked).toHaveLength(1);
    expect(await rig.change('undo', V)).toEqual([V]);
    await rig.pass(60_000);
    expect(rig.attempts).toEqual([]);
  });

  it('leaves at once if the user doesn’t want to wait', async () => {
    const rig = await known(rigWith(V));
    rig.removeLater();
    await rig.pass(100);
    expect(await rig.change('now', V)).toEqual([V]);
    await rig.pass(100);
    expect(rig.attempts).toHaveLength(1);
  });

  it('is not changed by a page that shows another sign-in', async () => {
    const rig = await known(rigWith(V));
    rig.removeLater();
    await rig.pass(100);
    for (const how of ['undo', 'now'] as const) expect(await rig.engine().changeRemovals('zero', [V], how)).toEqual([]);
    expect(rig.attempts).toEqual([]);
    expect(rig.shown()?.activity).toMatchObject({ phase: 'grace' });
  });

  it('has its grace within the minute for which the confirmation holds', async () => {
    const rig = await known(rigWith(V));
    const removed = rig.engine().submit({
      ...{ session: 'one', versionId: V, target: 'out' },
      confirmedAt: rig.now() - (REMOVAL_VALID_MS - GRACE_MS / 2),
    });
    await rig.pass(20_000);
    expect(await removed).toEqual({ ok: false, problem: { kind: 'removal-expired' } });
    expect(rig.attempts).toEqual([]);
  });

  it.each([
    ['an hour forward, as after a sleep', 3_600_000],
    ['a minute back', -60_000],
  ])('is not sent where the clock jumps %s', async (_, jumpMs) => {
    const rig = await known(rigWith(V));
    const removed = rig.removeLater();
    await rig.pass(4_000);
    rig.world.wallOffset += jumpMs;
    await rig.pass(60_000);
    expect(removed).toEqual([{ ok: false, problem: { kind: 'removal-expired' } }]);
    expect(rig.attempts).toEqual([]);
  });

  it('behind an addition that is on its way is taken back without touching that', async () => {
    const rig = createRig();
    rig.world.toggles.push({ after: 2_000, answer: IN });
    const added = rig.add();
    await rig.pass(100);
    const removed = rig.removeLater();
    await rig.pass(100);
    expect(rig.shown()?.activity).toMatchObject({ target: 'out', phase: 'grace' });
    expect(await rig.change('undo', V)).toEqual([V]);
    await rig.pass(3_000);
    expect(rig.attempts).toHaveLength(1);
    for (const outcome of [added, removed]) expect(outcome).toMatchObject([{ ok: true, value: { state: 'pending' } }]);
  });
});
