import { describe, expect, it } from 'vitest';
import { createRig, failure, IN, LOST, OUT, V, W } from '@/tests/unit/background/vault/rig';

describe('a request whose answer was lost', () => {
  it('is not sent again to find out: what it did is checked, and that is shown', async () => {
    const rig = createRig();
    rig.world.toggles.push({ after: 20_000, answer: LOST });
    rig.add();
    await rig.pass(22_000);
    expect(rig.attempts).toHaveLength(1);
    expect(rig.shown()?.activity).toMatchObject({ target: 'in', phase: 'looking', reason: { kind: 'unsettled' } });
  });

  it('that took effect is settled by two checks, the second later than its last moment plus the allowance', async () => {
    const rig = createRig();
    // A change by another device hides ours from the quota.
    rig.world.usedKb += 77;
    rig.world.toggles.push(LOST);
    const added = rig.add();
    await rig.pass(500);
    rig.world.kept.add(V);
    rig.world.usedKb += 1_100;
    await rig.pass(44_000);
    expect(added).toEqual([]);
    await rig.pass(3_000);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in' } }]);
    expect(rig.attempts).toHaveLength(1);
  });

  it('is settled without the allowance where the quota, which does not lag, shows the same', async () => {
    const rig = createRig();
    rig.world.toggles.push(LOST);
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
    rig.world.toggles.push(LOST);
    const added = rig.add();
    await rig.pass(500);
    rig.world.usedKb += 1_023;
    // The first check, at 2 s, does not show it; the one at 30 s does; only a third can agree.
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
    rig.world.toggles.push(LOST, IN);
    const added = rig.add();
    await rig.pass(44_000);
    expect(rig.attempts).toHaveLength(1);
    await rig.pass(4_000);
    expect(rig.attempts).toHaveLength(2);
    expect(added).toMatchObject([{ ok: true, value: { state: 'pending' } }]);
  });

  it.each([29_900, 30_500, 40_000])('is certain as soon where another version changes %i ms later', async afterMs => {
    const rig = createRig();
    rig.world.toggles.push(LOST, { after: 5, answer: IN }, IN);
    rig.add();
    await rig.pass(afterMs);
    rig.add(W);
    await rig.pass(200);
    rig.world.kept.add(W);
    rig.world.usedKb += 1_023;
    await rig.pass(48_000 - afterMs);
    expect(rig.attempts.map(({ versionId }) => versionId)).toEqual([V, W, V]);
  });

  it('for a removal is certain while replicas still show what another removal has taken out', async () => {
    const rig = createRig();
    rig.world.kept.add(V).add(W);
    rig.world.toggles.push(LOST, OUT, OUT);
    rig.remove();
    await rig.pass(40_000);
    rig.remove(W);
    await rig.pass(200);
    // The storage used is the primary's; `kept`, which answers the checks, stays as it was.
    rig.world.usedKb -= 1_023;
    await rig.pass(6_500);
    expect(rig.attempts.map(({ versionId }) => versionId)).toEqual([V, W, V]);
  });

  it('is certain as soon where another version was added twice at the same time', async () => {
    const rig = createRig();
    rig.world.carriesStreams = false;
    rig.world.toggles.push(LOST, IN, IN);
    rig.add();
    rig.add(W);
    rig.world.copies.set(W, 2);
    await rig.pass(500);
    rig.world.kept.add(W);
    rig.world.usedKb += 2 * 1_023;
    await rig.pass(47_500);
    expect(rig.attempts.map(({ versionId }) => versionId)).toEqual([V, W, V]);
  });

  it('is sent three times at most', async () => {
    const rig = createRig();
    rig.world.toggles.push(LOST, LOST, LOST, IN);
    const added = rig.add();
    await rig.pass(300_000);
    expect(rig.attempts).toHaveLength(3);
    expect(added).toEqual([{ ok: false, problem: { kind: 'timed-out' } }]);
  });

  it('for a removal is not sent again after the minute', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.toggles.push({ after: 20_000, answer: LOST });
    const removed = rig.remove(V, 30_000);
    await rig.pass(120_000);
    expect(rig.attempts).toHaveLength(1);
    expect(removed).toEqual([{ ok: false, problem: { kind: 'removal-expired' } }]);
  });

  it('with 429 is sent again no sooner than asked for', async () => {
    const rig = createRig();
    const limited = { kind: 'limited', until: rig.now() + 90_000 } as const;
    rig.world.toggles.push(failure(limited, { sent: 'answered', status: 429, retryAfterMs: 90_000 }), IN);
    const added = rig.add();
    await rig.pass(60_000);
    expect(rig.shown()?.activity?.reason).toEqual(limited);
    expect(rig.attempts).toHaveLength(1);
    await rig.pass(29_900);
    expect(rig.attempts).toHaveLength(1);
    await rig.pass(5_000);
    expect(rig.attempts).toHaveLength(2);
    expect(added).toMatchObject([{ ok: true }]);
  });
});
