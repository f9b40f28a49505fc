import { describe, expect, it } from 'vitest';
import { createRig, failure, IN, OUT, V, W } from './rig';

describe('an intent', () => {
  it('is done without a request to change anything if it is so already', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    const added = rig.add();
    const removed = rig.remove(W);
    await rig.pass(200);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in', itemId: 900, sizeKb: 1_023 } }]);
    expect(removed).toMatchObject([{ ok: true, value: { state: 'out' } }]);
    expect(rig.posted).toEqual([]);
    expect(rig.asked).toEqual([[V, W]]);
  });

  it('is sent once, after a check and after it was written down; the answer is the state', async () => {
    const rig = createRig();
    rig.world.toggles.push(IN);
    const added = rig.add();
    await rig.pass(200);
    expect(rig.asked).toEqual([[V]]);
    expect(rig.posted).toHaveLength(1);
    expect(rig.journalAtPost()).toMatchObject({
      intent: { target: 'in' },
      attempt: { meant: 'in', kind: 'unanswered' },
    });
    // New items are processed later (site-facts.md F.6); the item's id is taken from the list, not from the answer.
    expect(added).toMatchObject([{ ok: true, value: { state: 'pending' } }]);
    expect(added[0]).not.toHaveProperty('value.itemId');
  });

  it('is one intent, however often it is clicked and in however many tabs', async () => {
    const rig = createRig();
    rig.world.toggles.push(IN);
    const clicks = Array.from({ length: 10 }, () => rig.add());
    await rig.pass(200);
    expect(clicks.every(([result]) => result?.ok)).toBe(true);
    expect(rig.posted).toHaveLength(1);
  });

  it('is confirmed by a check once the lag allowance has passed, and then nothing is left of it', async () => {
    const rig = createRig();
    rig.world.toggles.push(IN);
    rig.add();
    await rig.pass(14_000);
    expect(rig.asked).toHaveLength(1);
    rig.world.kept.add(V);
    await rig.pass(2_000);
    expect(rig.asked).toHaveLength(2);
    expect(rig.shown()).toMatchObject({ state: 'in', itemId: 900 });
    expect(rig.store.journal.size).toBe(0);
    expect(rig.world.alarmMs).toBeUndefined();
  });

  it('replaces one that waits; who waited for that hears what comes of the newer', async () => {
    const rig = createRig();
    rig.world.checks.push({ after: 1_000, answer: [] });
    const first = rig.add();
    await rig.pass(500);
    const second = rig.remove();
    await rig.pass(2_000);
    expect(rig.posted).toEqual([]);
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
    expect(rig.posted).toHaveLength(1);
    expect(rig.shown()?.activity).toMatchObject({ target: 'out', phase: 'waiting', reason: { kind: 'just-changed' } });
    await rig.pass(3_000);
    expect(removed).toMatchObject([{ ok: true, value: { state: 'out' } }]);
    expect((rig.posted[1]?.at ?? 0) - (rig.posted[0]?.at ?? 0)).toBeGreaterThan(15_000);
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
    expect(rig.posted).toHaveLength(2);
    const undone = rig.remove();
    await rig.pass(3_000);
    rig.world.kept.add(V);
    await rig.pass(14_000);
    expect(undone).toMatchObject([{ ok: true, value: { state: 'out' } }]);
    const [first = 0, second = 0, third = 0] = rig.posted.map(({ at }) => at);
    expect(rig.posted).toHaveLength(3);
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
    expect(rig.posted).toHaveLength(1);
    for (const outcome of [first, second, third])
      expect(outcome).toMatchObject([{ ok: true, value: { state: 'pending' } }]);
  });

  it('does not leave if a look of somebody else shows meanwhile that it is so already', async () => {
    const rig = createRig();
    rig.world.quotas.push({ after: 2_000, answer: failure({ kind: 'site-error' }) });
    const added = rig.add();
    await rig.pass(100);
    rig.world.kept.add(V);
    void rig.engine().check([V]);
    await rig.pass(4_000);
    expect(rig.posted).toEqual([]);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in' } }]);
  });

  it('does not leave on a check from before the laptop slept', async () => {
    const rig = createRig();
    rig.world.quotas.push({ after: 2_000, answer: failure({ kind: 'site-error' }) });
    rig.world.toggles.push(IN);
    const added = rig.add();
    await rig.pass(100);
    rig.world.wallOffset += 3_600_000;
    await rig.pass(2_400);
    expect(rig.asked).toHaveLength(2);
    expect(added).toMatchObject([{ ok: true }]);
  });

  it('of a key that may not write is not even looked at', async () => {
    const rig = createRig();
    rig.world.session = { session: 'one', canWrite: false };
    const added = rig.add();
    await rig.pass(100);
    expect(added).toEqual([{ ok: false, problem: { kind: 'read-only-key' } }]);
    expect(rig.asked).toEqual([]);
  });

  it('to add without a vault is refused without a request to change anything', async () => {
    const rig = createRig();
    rig.world.quotas.push({ ok: true, value: null });
    const added = rig.add();
    await rig.pass(200);
    expect(added).toEqual([{ ok: false, problem: { kind: 'no-vault' } }]);
    expect(rig.posted).toEqual([]);
  });

  it('that the journal cannot take is not sent', async () => {
    const rig = createRig();
    rig.store.save = () => {
      throw new Error('disk full');
    };
    const added = rig.add();
    await rig.pass(500);
    expect(added).toEqual([{ ok: false, problem: { kind: 'unexpected' } }]);
    expect(rig.posted).toEqual([]);
  });
});

describe('an intent before it could be sent', () => {
  it('waits while looking fails, says why, and is sent after a fresh check', async () => {
    const rig = createRig();
    rig.world.checks.push(failure({ kind: 'offline' }));
    rig.world.toggles.push(IN);
    const added = rig.add();
    await rig.pass(500);
    expect(rig.shown()?.activity).toMatchObject({ phase: 'waiting', reason: { kind: 'offline' } });
    await rig.pass(5_000);
    expect(added).toMatchObject([{ ok: true }]);
    expect(rig.posted).toHaveLength(1);
  });

  it('waits as long as the site asks for', async () => {
    const rig = createRig();
    rig.world.checks.push(failure({ kind: 'limited', until: rig.now() + 40_000 }));
    rig.world.toggles.push(IN);
    rig.add();
    await rig.pass(39_000);
    expect(rig.shown()?.activity).toMatchObject({ phase: 'waiting', reason: { kind: 'limited' } });
    expect(rig.asked).toHaveLength(1);
    await rig.pass(2_000);
    expect(rig.posted).toHaveLength(1);
  });

  it('is given up with the reason when looking keeps failing', async () => {
    const rig = createRig();
    rig.world.checks.push(...Array.from({ length: 6 }, () => failure({ kind: 'site-error' })));
    const added = rig.add();
    await rig.pass(180_000);
    expect(added).toEqual([{ ok: false, problem: { kind: 'site-error' } }]);
    expect(rig.asked).toHaveLength(6);
    expect(rig.shown()).toMatchObject({ state: 'unknown', problem: { kind: 'site-error' } });
    expect(rig.store.journal.size).toBe(0);
  });

  it('is given up at once where waiting does not help', async () => {
    const rig = createRig();
    rig.world.checks.push(failure({ kind: 'key-refused' }, { sent: 'answered', status: 401 }));
    const added = rig.add();
    await rig.pass(200);
    expect(added).toEqual([{ ok: false, problem: { kind: 'key-refused' } }]);
  });

  it('is tried again if the request certainly never left', async () => {
    const rig = createRig();
    rig.world.toggles.push(failure({ kind: 'offline' }, { sent: 'no' }), IN);
    const added = rig.add();
    await rig.pass(5_000);
    expect(added).toMatchObject([{ ok: true }]);
    expect(rig.posted).toHaveLength(2);
  });

  it('is not tried again if the site says that there is no vault', async () => {
    const rig = createRig();
    rig.world.toggles.push(failure({ kind: 'no-vault' }, { sent: 'no' }));
    const added = rig.add();
    await rig.pass(60_000);
    expect(added).toEqual([{ ok: false, problem: { kind: 'no-vault' } }]);
    expect(rig.posted).toHaveLength(1);
  });
});

describe('a removal', () => {
  it('leaves within a minute of its confirmation or never', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    const old = rig.remove(V, 61_000);
    await rig.pass(200);
    const future = rig.remove(V, -6_000);
    await rig.pass(200);
    for (const outcome of [old, future]) expect(outcome).toEqual([{ ok: false, problem: { kind: 'removal-expired' } }]);
    expect(rig.posted).toEqual([]);
    expect(rig.shown()).toMatchObject({ problem: { kind: 'removal-expired' } });
  });

  it('that had to wait for too long is dropped on the minute', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.checks.push(...Array.from({ length: 20 }, () => failure({ kind: 'offline' })));
    const removed = rig.remove();
    await rig.pass(59_900);
    expect(removed).toEqual([]);
    await rig.pass(300);
    expect(removed).toEqual([{ ok: false, problem: { kind: 'removal-expired' } }]);
    await rig.pass(600_000);
    expect(rig.posted).toEqual([]);
  });

  it('is dropped when the clock was set back, too', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.checks.push({ after: 59_000, answer: [V] });
    const removed = rig.remove();
    await rig.pass(100);
    rig.world.wallOffset -= 4_000;
    rig.world.quotas.push({ after: 2_400, answer: failure({ kind: 'site-error' }) });
    await rig.pass(62_000);
    expect(removed).toEqual([{ ok: false, problem: { kind: 'removal-expired' } }]);
    expect(rig.posted).toEqual([]);
  });
});

describe('a toggle by the site itself', () => {
  it('keeps everything quiet until every replica knows of it: no check counts and nothing is sent', async () => {
    const rig = createRig();
    rig.world.toggles.push(IN);
    void rig.engine().toggledElsewhere(V);
    await rig.pass(1);
    const added = rig.add();
    await rig.pass(14_500);
    expect(rig.posted).toEqual([]);
    await rig.pass(2_000);
    expect(rig.posted).toHaveLength(1);
    expect(added).toMatchObject([{ ok: true, value: { state: 'pending' } }]);
  });

  it('keeps a worker quiet that starts meanwhile', async () => {
    const rig = createRig();
    rig.world.toggles.push(IN);
    void rig.engine().toggledElsewhere(V);
    await rig.pass(5_000);
    await rig.restart();
    rig.add();
    await rig.pass(9_500);
    expect(rig.posted).toEqual([]);
    await rig.pass(2_000);
    expect(rig.posted).toHaveLength(1);
  });

  it('ends what was told by a toggle of ours: from then on checks are believed again', async () => {
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
    expect(rig.store.journal.size).toBe(0);
  });

  it('leaves no intent to be answered by what a toggle of ours told before', async () => {
    const rig = createRig();
    rig.world.toggles.push(IN, IN);
    rig.add();
    await rig.pass(1_000);
    void rig.engine().toggledElsewhere(V);
    await rig.pass(100);
    const again = rig.add();
    await rig.pass(14_000);
    expect([rig.posted.length, again]).toEqual([1, []]);
    await rig.pass(2_000);
    expect(rig.posted).toHaveLength(2);
    expect(again).toMatchObject([{ ok: true, value: { state: 'pending' } }]);
  });

  it('stops an intent that has looked just before: what it saw is worth nothing', async () => {
    const rig = createRig();
    rig.world.checks.push({ after: 500, answer: [] });
    const added = rig.add();
    await rig.pass(300);
    void rig.engine().toggledElsewhere(V);
    rig.world.kept.add(V);
    await rig.pass(20_000);
    expect(rig.posted).toEqual([]);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in' } }]);
  });
});
