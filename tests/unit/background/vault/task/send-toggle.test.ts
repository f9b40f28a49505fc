import { describe, expect, it } from 'vitest';
import { createRig, failure, IN, V, W } from '@/tests/unit/background/vault/rig';

describe('an intent', () => {
  it('is done without a request to change anything if it is so already', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    const added = rig.add();
    const removed = rig.remove(W);
    await rig.pass(200);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in', itemId: 900, sizeKb: 1_023 } }]);
    expect(removed).toMatchObject([{ ok: true, value: { state: 'out' } }]);
    expect(rig.attempts).toEqual([]);
    expect(rig.asked).toEqual([[V, W]]);
  });

  it('is sent once, after a check and after it was written down; the answer is the state', async () => {
    const rig = createRig();
    rig.world.toggles.push(IN);
    const added = rig.add();
    await rig.pass(200);
    expect(rig.asked).toEqual([[V]]);
    expect(rig.attempts).toHaveLength(1);
    expect(rig.journalAtAttempt()).toMatchObject({
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
    expect(rig.attempts).toHaveLength(1);
  });

  it('is confirmed by a check once the lag allowance has passed, and then nothing is left of it', async () => {
    const rig = createRig();
    rig.world.toggles.push(IN);
    rig.add();
    await rig.pass(14_000);
    expect(rig.asked).toHaveLength(1);
    rig.world.kept.add(V);
    // Until the next step of the clock at which others are confirmed as well.
    await rig.pass(6_500);
    expect(rig.asked).toHaveLength(2);
    expect(rig.shown()).toMatchObject({ state: 'in', itemId: 900 });
    expect(rig.store.journal.size).toBe(0);
    expect(rig.world.alarmMs).toBeUndefined();
  });

  it('does not leave if another page’s check shows meanwhile that it is so already', async () => {
    const rig = createRig();
    rig.world.quotas.push({ after: 2_000, answer: failure({ kind: 'site-error' }) });
    const added = rig.add();
    await rig.pass(100);
    rig.world.kept.add(V);
    void rig.engine().check([V]);
    await rig.pass(4_000);
    expect(rig.attempts).toEqual([]);
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

  it('of a key that may not write is not even checked', async () => {
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
    expect(rig.attempts).toEqual([]);
  });

  it('that the journal cannot take is not sent', async () => {
    const rig = createRig();
    rig.store.save = () => {
      throw new Error('disk full');
    };
    const added = rig.add();
    await rig.pass(500);
    expect(added).toEqual([{ ok: false, problem: { kind: 'unexpected' } }]);
    expect(rig.attempts).toEqual([]);
  });
});
