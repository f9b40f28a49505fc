import { describe, expect, it } from 'vitest';
import { createRig, failure, LOST, V } from '@/tests/unit/background/vault/rig';

describe('a request whose answer was lost', () => {
  it('is reported as unsettled while the quota moved but no check shows anything', async () => {
    const rig = createRig();
    rig.world.toggles.push(LOST);
    const added = rig.add();
    await rig.pass(500);
    rig.world.usedKb += 1_023;
    await rig.pass(120_000);
    expect(added).toEqual([{ ok: false, problem: { kind: 'unsettled', target: 'in' } }]);
    expect(rig.shown()).toMatchObject({ problem: { kind: 'unsettled' } });
    expect(rig.attempts).toHaveLength(1);
    // The replica is well again: the truth is shown, and nothing is wrong any more.
    rig.world.kept.add(V);
    await rig.pass(300_000);
    expect(rig.shown()).toMatchObject({ state: 'in' });
    expect(rig.shown()).not.toHaveProperty('problem');
    expect(rig.store.journal.size).toBe(0);
  });

  it('is reported as unsettled while checks keep failing', async () => {
    const rig = createRig();
    rig.world.toggles.push(LOST);
    const added = rig.add();
    await rig.pass(500);
    rig.world.checks.push(...Array.from({ length: 30 }, () => failure({ kind: 'site-error' })));
    await rig.pass(180_000);
    expect(added).toEqual([{ ok: false, problem: { kind: 'unsettled', target: 'in' } }]);
    expect(rig.attempts).toHaveLength(1);
  });

  it('that did nothing is reported as certain as soon as it is, also where it was reported as unsettled', async () => {
    const rig = createRig();
    rig.world.toggles.push(LOST);
    rig.world.checks.push([], ...Array.from({ length: 6 }, () => failure({ kind: 'site-error' })));
    const added = rig.add();
    await rig.pass(72_000);
    expect(added).toEqual([{ ok: false, problem: { kind: 'unsettled', target: 'in' } }]);
    // Another page’s check proves nothing by itself.
    void rig.engine().check([V]);
    await rig.pass(100);
    expect(rig.shown()).toMatchObject({ problem: { kind: 'unsettled' } });
    await rig.pass(60_000);
    expect(rig.shown()).toMatchObject({ state: 'out', problem: { kind: 'not-done', target: 'in' } });
    expect(rig.store.journal.size).toBe(0);
    await rig.restart();
    expect(await rig.engine().cachedFacts([V])).toMatchObject([{ problem: { kind: 'not-done' } }]);
  });

  it('is over sooner if the handler itself said that it failed', async () => {
    const rig = createRig();
    const broken = { sent: 'answered', status: 500, refusal: { code: 'P2024', hasCause: false } } as const;
    rig.world.toggles.push(failure({ kind: 'site-error' }, broken));
    const added = rig.add();
    await rig.pass(500);
    rig.world.kept.add(V);
    rig.world.usedKb += 1_023;
    // The check right away was too early; the next two agree.
    await rig.pass(11_000);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in' } }]);
  });
});
