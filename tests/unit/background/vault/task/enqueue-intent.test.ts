import { describe, expect, it } from 'vitest';
import { createRig, IN, OUT, V } from '@/tests/unit/background/vault/rig';

describe('an intent', () => {
  it('replaces one that waits; who waited for that hears what comes of the newer', async () => {
    const rig = createRig();
    rig.world.checks.push({ after: 1_000, answer: [] });
    const first = rig.add();
    await rig.pass(500);
    const second = rig.remove();
    await rig.pass(2_000);
    expect(rig.attempts).toEqual([]);
    expect(first).toMatchObject([{ ok: true, value: { state: 'out' } }]);
    expect(second).toEqual(first);
  });

  it('waits behind one that is out, says so, and leaves once the allowance has passed and a check agrees', async () => {
    const rig = createRig();
    rig.world.toggles.push({ after: 1_000, answer: IN }, OUT);
    const added = rig.add();
    await rig.pass(500);
    const removed = rig.remove();
    await rig.pass(100);
    expect(rig.shown()?.activity).toMatchObject({ target: 'out', phase: 'waiting', reason: { kind: 'unsettled' } });
    await rig.pass(1_000);
    expect(added).toMatchObject([{ ok: true }]);
    rig.world.kept.add(V);
    await rig.pass(13_000);
    expect(rig.attempts).toHaveLength(1);
    expect(rig.shown()?.activity).toMatchObject({ target: 'out', phase: 'waiting', reason: { kind: 'just-changed' } });
    await rig.pass(3_000);
    expect(removed).toMatchObject([{ ok: true, value: { state: 'out' } }]);
    expect((rig.attempts[1]?.at ?? 0) - (rig.attempts[0]?.at ?? 0)).toBeGreaterThan(15_000);
  });

  it('undoes one that is out, itself after a removal, and no two of the three go out within the allowance', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.toggles.push(OUT, { after: 3_000, answer: IN }, OUT);
    const removed = rig.remove();
    await rig.pass(1_000);
    expect(removed).toMatchObject([{ ok: true, value: { state: 'out' } }]);
    rig.world.kept.delete(V);
    rig.add();
    await rig.pass(17_000);
    expect(rig.attempts).toHaveLength(2);
    const undone = rig.remove();
    await rig.pass(3_000);
    rig.world.kept.add(V);
    await rig.pass(15_000);
    expect(undone).toMatchObject([{ ok: true, value: { state: 'out' } }]);
    const [first = 0, second = 0, third = 0] = rig.attempts.map(({ at }) => at);
    expect(rig.attempts).toHaveLength(3);
    expect(second - first).toBeGreaterThan(15_000);
    expect(third - second).toBeGreaterThan(15_000);
  });

  it('taken back while another is out leaves nothing to do', async () => {
    const rig = createRig();
    rig.world.toggles.push({ after: 1_000, answer: IN });
    const first = rig.add();
    await rig.pass(500);
    const second = rig.remove();
    await rig.pass(100);
    const third = rig.add();
    rig.world.kept.add(V);
    await rig.pass(60_000);
    expect(rig.attempts).toHaveLength(1);
    for (const outcome of [first, second, third])
      expect(outcome).toMatchObject([{ ok: true, value: { state: 'pending' } }]);
  });
});
