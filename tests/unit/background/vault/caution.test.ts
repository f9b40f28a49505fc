import { describe, expect, it } from 'vitest';
import { createRig, IN, OUT, V, W } from './rig';

const SECOND = 1_000;

/** A worker whose store was lost so long ago. */
async function afterLoss(agoMs: number) {
  const rig = createRig();
  rig.store.loss.at = rig.now() - agoMs;
  await rig.restart();
  return rig;
}

describe('after a loss of the store', () => {
  it('nothing is sent for 60 s, and the user hears why; then only what two checks agree on', async () => {
    const rig = await afterLoss(0);
    rig.world.toggles.push(IN);
    const added = rig.add();
    await rig.pass(59 * SECOND);
    expect([rig.attempts, rig.asked]).toEqual([[], []]);
    expect(rig.shown()?.activity).toMatchObject({ phase: 'waiting', reason: { kind: 'storage-lost' } });
    await rig.pass(2 * SECOND);
    expect([rig.attempts.length, rig.asked.length]).toEqual([0, 1]);
    await rig.pass(16 * SECOND);
    expect([rig.attempts.length, rig.asked.length]).toEqual([1, 2]);
    expect(added).toMatchObject([{ ok: true }]);
  });

  it('a killed worker does not shorten it, and a clock that was set does not lengthen it', async () => {
    const rig = await afterLoss(0);
    rig.world.toggles.push(IN);
    rig.add();
    await rig.pass(30 * SECOND);
    await rig.restart();
    await rig.pass(29 * SECOND);
    expect(rig.attempts).toEqual([]);
    await rig.pass(20 * SECOND);
    expect(rig.attempts).toHaveLength(1);
    const later = await afterLoss(-3_600_000);
    later.world.toggles.push(IN);
    later.add();
    await later.pass(80 * SECOND);
    expect(later.attempts).toHaveLength(1);
  });

  it('a toggle that a check hides at first is not sent again', async () => {
    const rig = await afterLoss(60 * SECOND);
    // Sent before the loss: the first check comes from a replica that lags.
    rig.world.checks.push([]);
    rig.world.kept.add(V);
    const added = rig.add();
    await rig.pass(30 * SECOND);
    expect(rig.attempts).toEqual([]);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in' } }]);
  });

  it('checks that disagree begin anew', async () => {
    const rig = await afterLoss(60 * SECOND);
    rig.world.kept.add(W);
    rig.world.toggles.push(OUT);
    rig.remove(W);
    await rig.pass(5 * SECOND);
    expect(rig.attempts).toEqual([]);
    await rig.pass(15 * SECOND);
    expect(rig.attempts).toHaveLength(1);
  });

  it('each version is looked at twice only once, and none after a day', async () => {
    const rig = await afterLoss(60 * SECOND);
    rig.world.toggles.push(IN);
    rig.add();
    await rig.pass(20 * SECOND);
    rig.world.kept.add(V);
    await rig.pass(30 * SECOND);
    rig.world.toggles.push(OUT);
    rig.remove();
    await rig.pass(SECOND);
    expect(rig.attempts).toHaveLength(2);
    const old = await afterLoss(24 * 3_600_000);
    old.world.toggles.push(IN);
    old.add();
    await old.pass(SECOND);
    expect(old.attempts).toHaveLength(1);
  });
});
