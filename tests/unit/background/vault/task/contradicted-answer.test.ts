import { describe, expect, it } from 'vitest';
import { createRig, IN, OUT, V } from '@/tests/unit/background/vault/rig';

describe('an answer that no check agrees with', () => {
  it('stands for five minutes and no longer', async () => {
    const rig = createRig();
    rig.world.toggles.push(IN);
    rig.add();
    await rig.pass(299_000);
    expect(rig.shown()).toMatchObject({ state: 'pending' });
    await rig.pass(7_000);
    expect(rig.shown()).toMatchObject({ state: 'out' });
    expect(rig.store.journal.size).toBe(0);
  });
});

describe('an answer that says the opposite', () => {
  it('stands; after the allowance and a check it is corrected', async () => {
    const rig = createRig();
    rig.world.toggles.push(OUT, IN);
    const added = rig.add();
    await rig.pass(1_000);
    expect(rig.shown()).toMatchObject({
      state: 'out',
      activity: { phase: 'waiting', reason: { kind: 'contradicted', target: 'in', now: 'out' } },
    });
    await rig.pass(13_500);
    expect(rig.attempts).toHaveLength(1);
    await rig.pass(2_000);
    expect(rig.attempts).toHaveLength(2);
    expect(added).toMatchObject([{ ok: true, value: { state: 'pending' } }]);
  });

  it('is corrected once at most, and then reported', async () => {
    const rig = createRig();
    rig.world.toggles.push(OUT, OUT, IN);
    const added = rig.add();
    await rig.pass(120_000);
    expect(rig.attempts).toHaveLength(2);
    expect(added).toEqual([{ ok: false, problem: { kind: 'contradicted', target: 'in', now: 'out' } }]);
    expect(rig.shown()).toMatchObject({ state: 'out', problem: { kind: 'contradicted' } });
  });

  it('is not corrected on a check that disagrees with it', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.toggles.push(IN);
    const removed = rig.remove();
    await rig.pass(1_000);
    rig.world.kept.delete(V);
    await rig.pass(80_000);
    expect(rig.attempts).toHaveLength(1);
    expect(removed).toEqual([{ ok: false, problem: { kind: 'unsettled', target: 'out' } }]);
    expect(rig.shown()).toMatchObject({ state: 'pending' });
  });
});
