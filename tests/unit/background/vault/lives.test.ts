import { describe, expect, it } from 'vitest';
import { createRig, failure, IN, OUT, V, W } from './rig';

describe('a worker that was killed', () => {
  it('before anything was sent: an addition is sent later, after a fresh check', async () => {
    const rig = createRig();
    rig.world.checks.push(failure({ kind: 'offline' }));
    rig.add();
    await rig.pass(500);
    await rig.restart();
    rig.world.toggles.push(IN);
    await rig.pass(500);
    expect(rig.asked).toHaveLength(2);
    expect(rig.posted).toHaveLength(1);
    expect(rig.shown()).toMatchObject({ state: 'pending' });
  });

  it('before anything was sent: a removal is dropped, with a sentence', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.checks.push(failure({ kind: 'offline' }));
    rig.remove();
    await rig.pass(500);
    await rig.restart();
    await rig.pass(60_000);
    expect(rig.posted).toEqual([]);
    expect(rig.shown()).toMatchObject({ problem: { kind: 'removal-expired' } });
  });

  it('between request and answer: the next one looks and does not send again', async () => {
    const rig = createRig();
    rig.world.toggles.push({ after: 5_000, answer: IN });
    rig.add();
    await rig.pass(1_000);
    rig.world.kept.add(V);
    rig.world.usedKb += 1_023;
    await rig.restart();
    await rig.pass(1_000);
    expect(rig.shown()?.activity).toMatchObject({ phase: 'looking', reason: { kind: 'unsettled' } });
    await rig.pass(60_000);
    expect(rig.posted).toHaveLength(1);
    expect(rig.shown()).toMatchObject({ state: 'in' });
    expect(rig.shown()).not.toHaveProperty('activity');
    expect(rig.store.journal.size).toBe(0);
  });

  it('between request and answer of a removal that did nothing: it is not sent again', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.toggles.push({ after: 5_000, answer: OUT });
    rig.remove();
    await rig.pass(1_000);
    await rig.restart();
    await rig.pass(120_000);
    expect(rig.posted).toHaveLength(1);
    expect(rig.shown()).toMatchObject({ state: 'in', problem: { kind: 'removal-expired' } });
  });

  it('right after an answer: the next one still takes no check against it, nor sends anything sooner', async () => {
    const rig = createRig();
    rig.world.toggles.push(IN, OUT);
    rig.add();
    await rig.pass(500);
    await rig.restart();
    const looked = await Promise.all([rig.engine().check([V]), rig.pass(200)]);
    expect(looked[0].facts).toMatchObject([{ state: 'pending' }]);
    const removed = rig.remove();
    await rig.pass(13_000);
    expect(rig.posted).toHaveLength(1);
    rig.world.kept.add(V);
    await rig.pass(8_000);
    expect(rig.posted).toHaveLength(2);
    expect(removed).toMatchObject([{ ok: true, value: { state: 'out' } }]);
  });

  it('while something is unsettled is woken by an alarm', async () => {
    const rig = createRig();
    rig.world.toggles.push({ after: 5_000, answer: IN });
    rig.add();
    await rig.pass(1_000);
    expect(rig.world.alarmMs).toBe(30_000);
    rig.world.alarmMs = undefined;
    void rig.engine().wake();
    await rig.pass(10);
    expect(rig.world.alarmMs).toBe(30_000);
  });

  it('with nothing unsettled is left alone', async () => {
    const rig = createRig();
    void rig.engine().wake();
    await rig.pass(10);
    expect(rig.world.alarmMs).toBeUndefined();
  });

  it('remembers facts and what went wrong, for a while', async () => {
    const rig = createRig();
    rig.world.kept.add(W);
    const refusal = { code: 'NOT_FOUND', hasCause: false };
    rig.world.toggles.push(failure({ kind: 'site-error' }, { sent: 'answered', status: 500, refusal }));
    rig.add();
    void rig.engine().check([W]);
    await rig.pass(60_000);
    await rig.restart();
    const problem = { kind: 'not-available', obstacle: 'no-files' };
    expect(await rig.engine().cachedFacts([V, W])).toMatchObject([{ state: 'out', problem }, { state: 'in' }]);
    rig.world.wallOffset += 25 * 3_600_000;
    await rig.restart();
    expect((await rig.engine().cachedFacts([V]))[0]).not.toHaveProperty('problem');
    rig.world.wallOffset += 8 * 24 * 3_600_000;
    await rig.restart();
    expect(await rig.engine().cachedFacts([V, W])).toMatchObject([{ state: 'unknown' }, { state: 'in' }]);
    expect([...rig.store.facts.keys()]).toEqual([W]);
  });
});

type Rig = ReturnType<typeof createRig>;

function signInAgain(rig: Rig): void {
  rig.engine().end();
  rig.store.empty(rig.now());
  rig.world.session = { session: 'two', canWrite: true };
}

describe('a sign-out', () => {
  it('stops everything where it is: nothing is written, sent or told any more', async () => {
    const rig = createRig();
    rig.world.checks.push({ after: 500, answer: [] });
    const added = rig.add();
    const looked = rig.engine().check([W]);
    await rig.pass(100);
    const told = rig.heard.length;
    rig.world.session = undefined;
    rig.engine().end();
    rig.store.empty(rig.now());
    await rig.pass(60_000);
    expect(added).toEqual([{ ok: false, problem: { kind: 'not-signed-in' } }]);
    expect(await looked).toEqual({
      facts: [{ versionId: W, state: 'unknown', asOf: 0 }],
      problem: { kind: 'not-signed-in' },
    });
    expect(rig.posted).toEqual([]);
    expect(rig.heard).toHaveLength(told);
    expect([rig.store.journal.size, rig.store.facts.size]).toEqual([0, 0]);
    expect(rig.world.alarmMs).toBeUndefined();
  });

  it('leaves nobody to intent anything while the key is still being removed', async () => {
    const rig = createRig();
    await rig.engine().wake();
    rig.engine().end();
    const added = rig.add();
    await rig.pass(500);
    expect(added).toEqual([{ ok: false, problem: { kind: 'not-signed-in' } }]);
    expect(rig.asked).toEqual([]);
  });

  it('leaves nothing known to the next account', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    void rig.engine().check([V]);
    await rig.pass(100);
    rig.world.session = { session: 'two', canWrite: true };
    rig.store.empty(rig.now());
    expect(await rig.engine().cachedFacts([V])).toEqual([{ versionId: V, state: 'unknown', asOf: 0 }]);
  });

  it('takes the confirmations with it: one about the vault before is not carried out on another', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    signInAgain(rig);
    const outcomes = [rig.remove(V, 0, 'one'), rig.add(W, 'one')];
    await rig.pass(60_000);
    for (const outcome of outcomes) expect(outcome).toEqual([{ ok: false, problem: { kind: 'other-session' } }]);
    expect([rig.posted, rig.asked]).toEqual([[], []]);
    expect(rig.askedOf).toEqual(['two']);
  });

  it('takes with it what was to follow a removal', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    rig.world.toggles.push(OUT, IN);
    void rig.engine().submit({ session: 'one', versionId: V, target: 'out', confirmedAt: rig.now(), addAgain: true });
    await rig.pass(1_000);
    rig.world.kept.delete(V);
    signInAgain(rig);
    await rig.restart();
    await rig.pass(120_000);
    expect(rig.posted).toHaveLength(1);
  });

  it.each([
    ['in the same worker', async (rig: Rig) => signInAgain(rig)],
    [
      'in a worker that was killed right after it',
      async (rig: Rig) => {
        signInAgain(rig);
        await rig.restart();
      },
    ],
    [
      'that came before a new worker had read its journal',
      async (rig: Rig) => {
        void rig.restart();
        signInAgain(rig);
      },
    ],
  ])('does not make the same account send again while the replica may lag, %s', async (_, another) => {
    const rig = createRig();
    rig.world.toggles.push(IN, IN);
    rig.add();
    await rig.pass(500);
    await another(rig);
    const added = rig.add();
    await rig.pass(10_000);
    expect([rig.posted.length, added]).toEqual([1, []]);
    rig.world.kept.add(V);
    await rig.pass(10_000);
    expect(rig.posted).toHaveLength(1);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in' } }]);
  });
});
