import { describe, expect, it } from 'vitest';
import { createRig, failure, IN, OUT, V } from './rig';

const lost = failure({ kind: 'timed-out' });

describe('a request whose answer was lost', () => {
  it('is not sent again to find out: what it did is looked for, and that is shown', async () => {
    const rig = createRig();
    rig.world.toggles.push({ after: 20_000, answer: lost });
    rig.add();
    await rig.pass(22_000);
    expect(rig.posted).toHaveLength(1);
    expect(rig.shown()?.activity).toMatchObject({ target: 'in', phase: 'looking', reason: { kind: 'unsettled' } });
  });

  it('that took effect is settled by two checks, the second later than its last moment plus the allowance', async () => {
    const rig = createRig();
    // Somebody else's change hides ours from the quota.
    rig.world.usedKb += 77;
    rig.world.toggles.push(lost);
    const added = rig.add();
    await rig.pass(500);
    rig.world.kept.add(V);
    rig.world.usedKb += 1_100;
    await rig.pass(44_000);
    expect(added).toEqual([]);
    await rig.pass(3_000);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in' } }]);
    expect(rig.posted).toHaveLength(1);
  });

  it('is settled without the allowance where the quota, which does not lag, shows the same', async () => {
    const rig = createRig();
    rig.world.toggles.push(lost);
    const added = rig.add();
    await rig.pass(500);
    rig.world.kept.add(V);
    rig.world.usedKb += 1_023;
    await rig.pass(28_500);
    expect(added).toEqual([]);
    await rig.pass(3_000);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in' } }]);
  });

  it('is not settled by the quota alone: two checks have to agree', async () => {
    const rig = createRig();
    rig.world.toggles.push(lost);
    const added = rig.add();
    await rig.pass(500);
    rig.world.usedKb += 1_023;
    // The first look, at 2 s, does not show it; the one at 30 s does; only a third can agree.
    await rig.pass(10_000);
    rig.world.kept.add(V);
    await rig.pass(22_000);
    expect(rig.asked).toHaveLength(3);
    expect(added).toEqual([]);
    await rig.pass(4_000);
    expect(rig.asked).toHaveLength(4);
    expect(added).toMatchObject([{ ok: true }]);
  });

  it('that did nothing is sent again once that is certain', async () => {
    const rig = createRig();
    rig.world.toggles.push(lost, IN);
    const added = rig.add();
    await rig.pass(44_000);
    expect(rig.posted).toHaveLength(1);
    await rig.pass(4_000);
    expect(rig.posted).toHaveLength(2);
    expect(added).toMatchObject([{ ok: true, value: { state: 'pending' } }]);
  });

  it('is sent three times at most', async () => {
    const rig = createRig();
    rig.world.toggles.push(lost, lost, lost, IN);
    const added = rig.add();
    await rig.pass(300_000);
    expect(rig.posted).toHaveLength(3);
    expect(added).toEqual([{ ok: false, problem: { kind: 'timed-out' } }]);
  });

  it('for a removal is not sent again after the minute', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.toggles.push({ after: 20_000, answer: lost });
    const removed = rig.remove(V, 30_000);
    await rig.pass(120_000);
    expect(rig.posted).toHaveLength(1);
    expect(removed).toEqual([{ ok: false, problem: { kind: 'removal-expired' } }]);
  });

  it('with 429 is sent again no sooner than asked for', async () => {
    const rig = createRig();
    const limited = { kind: 'limited', until: rig.now() + 90_000 } as const;
    rig.world.toggles.push(failure(limited, { sent: 'answered', status: 429, retryAfterMs: 90_000 }), IN);
    const added = rig.add();
    await rig.pass(60_000);
    expect(rig.shown()?.activity?.reason).toEqual(limited);
    expect(rig.posted).toHaveLength(1);
    await rig.pass(29_900);
    expect(rig.posted).toHaveLength(1);
    await rig.pass(5_000);
    expect(rig.posted).toHaveLength(2);
    expect(added).toMatchObject([{ ok: true }]);
  });

  it('is told to be unsettled while the quota moved but no check shows anything', async () => {
    const rig = createRig();
    rig.world.toggles.push(lost);
    const added = rig.add();
    await rig.pass(500);
    rig.world.usedKb += 1_023;
    await rig.pass(120_000);
    expect(added).toEqual([{ ok: false, problem: { kind: 'unsettled', target: 'in' } }]);
    expect(rig.shown()).toMatchObject({ problem: { kind: 'unsettled' } });
    expect(rig.posted).toHaveLength(1);
    // The replica is well again: the truth is shown, and nothing is wrong any more.
    rig.world.kept.add(V);
    await rig.pass(300_000);
    expect(rig.shown()).toMatchObject({ state: 'in' });
    expect(rig.shown()).not.toHaveProperty('problem');
    expect(rig.store.journal.size).toBe(0);
  });

  it('is told to be unsettled while looking keeps failing', async () => {
    const rig = createRig();
    rig.world.toggles.push(lost);
    const added = rig.add();
    await rig.pass(500);
    rig.world.checks.push(...Array.from({ length: 30 }, () => failure({ kind: 'site-error' })));
    await rig.pass(180_000);
    expect(added).toEqual([{ ok: false, problem: { kind: 'unsettled', target: 'in' } }]);
    expect(rig.posted).toHaveLength(1);
  });

  it('that did nothing is told to be certain as soon as it is, also to who was told that it is not', async () => {
    const rig = createRig();
    rig.world.toggles.push(lost);
    rig.world.checks.push([], ...Array.from({ length: 6 }, () => failure({ kind: 'site-error' })));
    const added = rig.add();
    await rig.pass(65_000);
    expect(added).toEqual([{ ok: false, problem: { kind: 'unsettled', target: 'in' } }]);
    // A look of somebody else proves nothing by itself.
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
    // The look right away was too early; the next two agree.
    await rig.pass(11_000);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in' } }]);
  });
});

describe('an answer that no check agrees with', () => {
  it('stands for five minutes and no longer', async () => {
    const rig = createRig();
    rig.world.toggles.push(IN);
    rig.add();
    await rig.pass(299_000);
    expect(rig.shown()).toMatchObject({ state: 'pending' });
    await rig.pass(2_000);
    expect(rig.shown()).toMatchObject({ state: 'out' });
    expect(rig.store.journal.size).toBe(0);
  });
});

describe('an answer that says the opposite', () => {
  it('stands; after the allowance and a look it is corrected', async () => {
    const rig = createRig();
    rig.world.toggles.push(OUT, IN);
    const added = rig.add();
    await rig.pass(1_000);
    expect(rig.shown()).toMatchObject({
      state: 'out',
      activity: { phase: 'waiting', reason: { kind: 'contradicted', target: 'in', now: 'out' } },
    });
    await rig.pass(13_500);
    expect(rig.posted).toHaveLength(1);
    await rig.pass(2_000);
    expect(rig.posted).toHaveLength(2);
    expect(added).toMatchObject([{ ok: true, value: { state: 'pending' } }]);
  });

  it('is corrected once at most, and then told', async () => {
    const rig = createRig();
    rig.world.toggles.push(OUT, OUT, IN);
    const added = rig.add();
    await rig.pass(120_000);
    expect(rig.posted).toHaveLength(2);
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
    expect(rig.posted).toHaveLength(1);
    expect(removed).toEqual([{ ok: false, problem: { kind: 'unsettled', target: 'out' } }]);
    expect(rig.shown()).toMatchObject({ state: 'pending' });
  });
});
