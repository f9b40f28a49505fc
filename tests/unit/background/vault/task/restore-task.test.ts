import { describe, expect, it } from 'vitest';
import { createRig, failure, IN, OUT, V, W } from '@/tests/unit/background/vault/rig';

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
    expect(rig.attempts).toHaveLength(1);
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
    expect(rig.attempts).toEqual([]);
    expect(rig.shown()).toMatchObject({ problem: { kind: 'removal-unsent' } });
  });

  it('between request and answer: the next one checks and does not send again', async () => {
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
    expect(rig.attempts).toHaveLength(1);
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
    expect(rig.attempts).toHaveLength(1);
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
    expect(rig.attempts).toHaveLength(1);
    rig.world.kept.add(V);
    await rig.pass(8_000);
    expect(rig.attempts).toHaveLength(2);
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
