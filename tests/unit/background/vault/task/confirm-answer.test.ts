import { describe, expect, it } from 'vitest';
import { createRig, V } from '@/tests/unit/background/vault/rig';

describe('what a toggle answered', () => {
  it('is not overwritten by a check that lags, neither now nor by one that was asked too early', async () => {
    const rig = createRig();
    rig.world.toggles.push({ ok: true, value: { now: 'in', itemId: 900 } });
    rig.add();
    await rig.pass(100);
    const [looked] = await Promise.all([rig.engine().check([V]), rig.pass(200)]);
    expect(looked.facts).toMatchObject([{ state: 'pending' }]);
    await rig.pass(14_000);
    rig.world.checks.push({ after: 9_000, answer: [] });
    void rig.engine().check([V]);
    rig.world.kept.add(V);
    await rig.pass(20_000);
    expect(rig.shown()).toMatchObject({ state: 'in' });
  });

  it('gives way to a check once one has agreed with it: another device changed it', async () => {
    const rig = createRig();
    rig.world.toggles.push({ ok: true, value: { now: 'in', itemId: 900 } });
    rig.add();
    await rig.pass(100);
    rig.world.kept.add(V);
    await rig.pass(20_500);
    rig.world.kept.delete(V);
    await Promise.all([rig.engine().check([V]), rig.pass(200)]);
    expect(rig.shown()).toMatchObject({ state: 'out' });
  });

  it('stands for minutes against checks that never agreed with it, and then gives way', async () => {
    const rig = createRig();
    rig.world.toggles.push({ ok: true, value: { now: 'in', itemId: 900 } });
    rig.add();
    await rig.pass(120_000);
    await Promise.all([rig.engine().check([V]), rig.pass(200)]);
    expect(rig.shown()).toMatchObject({ state: 'pending' });
    await rig.pass(400_000);
    expect(rig.shown()).toMatchObject({ state: 'out' });
    expect(rig.store.journal.size).toBe(0);
  });
});
