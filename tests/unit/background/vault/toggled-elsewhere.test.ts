import { describe, expect, it } from 'vitest';
import { createRig, IN, V } from './rig';

describe('a toggle by the site itself', () => {
  it('begins a cooldown until every replica knows of it: no check counts and nothing is sent', async () => {
    const rig = createRig();
    rig.world.toggles.push(IN);
    void rig.engine().toggledElsewhere(V);
    await rig.pass(1);
    const added = rig.add();
    await rig.pass(14_500);
    expect(rig.attempts).toEqual([]);
    await rig.pass(2_000);
    expect(rig.attempts).toHaveLength(1);
    expect(added).toMatchObject([{ ok: true, value: { state: 'pending' } }]);
  });

  it('has its cooldown kept by a worker that starts meanwhile', async () => {
    const rig = createRig();
    rig.world.toggles.push(IN);
    void rig.engine().toggledElsewhere(V);
    await rig.pass(5_000);
    await rig.restart();
    rig.add();
    await rig.pass(9_500);
    expect(rig.attempts).toEqual([]);
    await rig.pass(2_000);
    expect(rig.attempts).toHaveLength(1);
  });

  it('ends what a toggle of ours answered: from then on checks are believed again', async () => {
    const rig = createRig();
    rig.world.toggles.push(IN);
    rig.add();
    await rig.pass(1_000);
    rig.world.kept.add(V);
    await rig.pass(7_000);
    void rig.engine().toggledElsewhere(V);
    rig.world.kept.delete(V);
    await rig.pass(15_500);
    void rig.engine().check([V]);
    await rig.pass(100);
    expect(await rig.engine().cachedFacts([V])).toMatchObject([{ state: 'out' }]);
    await rig.pass(5_000);
    expect(rig.store.journal.size).toBe(0);
  });

  it('ends it as well where that toggle is answered only afterwards', async () => {
    const rig = createRig();
    rig.world.toggles.push({ after: 3_000, answer: IN });
    const added = rig.add();
    await rig.pass(1_000);
    void rig.engine().toggledElsewhere(V);
    await rig.pass(3_000);
    expect(added).toMatchObject([{ ok: true }]);
    await rig.pass(14_500);
    void rig.engine().check([V]);
    await rig.pass(100);
    expect(await rig.engine().cachedFacts([V])).toMatchObject([{ state: 'out' }]);
    await rig.pass(5_000);
    expect(rig.store.journal.size).toBe(0);
  });

  it('leaves no intent to be answered by what a toggle of ours was answered before', async () => {
    const rig = createRig();
    rig.world.toggles.push(IN, IN);
    rig.add();
    await rig.pass(1_000);
    void rig.engine().toggledElsewhere(V);
    await rig.pass(100);
    const again = rig.add();
    await rig.pass(14_000);
    expect([rig.attempts.length, again]).toEqual([1, []]);
    await rig.pass(2_000);
    expect(rig.attempts).toHaveLength(2);
    expect(again).toMatchObject([{ ok: true, value: { state: 'pending' } }]);
  });

  it('stops an intent that was checked just before: what it saw is worth nothing', async () => {
    const rig = createRig();
    rig.world.checks.push({ after: 500, answer: [] });
    const added = rig.add();
    await rig.pass(300);
    void rig.engine().toggledElsewhere(V);
    rig.world.kept.add(V);
    await rig.pass(20_000);
    expect(rig.attempts).toEqual([]);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in' } }]);
  });
});
