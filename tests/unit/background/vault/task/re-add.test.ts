import { describe, expect, it } from 'vitest';
import { createRig, failure, IN, OUT, type Rig, V } from '@/tests/unit/background/vault/rig';
import type { Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';

/** A version that is kept, and the intent to have it removed and added again. */
function again(rig: Rig): Result<VersionFact>[] {
  const outcome: Result<VersionFact>[] = [];
  const intent = { session: 'one', versionId: V, target: 'out', confirmedAt: rig.now(), addAgain: true } as const;
  void rig
    .engine()
    .submit(intent)
    .then(result => outcome.push(result));
  return outcome;
}

function keptRig(): Rig {
  const rig = createRig();
  rig.world.kept.add(V);
  return rig;
}

describe('removing a version and adding it again', () => {
  it('is two requests, the second after the first is certain; the intent comes true with the second', async () => {
    const rig = keptRig();
    rig.world.toggles.push(OUT, IN);
    const outcome = again(rig);
    await rig.pass(1_000);
    expect([rig.attempts.length, outcome]).toEqual([1, []]);
    expect(rig.journalAtAttempt()).toMatchObject({ intent: { target: 'out', addAgain: true } });
    expect(rig.shown()).toMatchObject({ state: 'out', activity: { target: 'in', phase: 'waiting' } });
    rig.world.kept.delete(V);
    await rig.pass(20_000);
    expect(rig.attempts).toHaveLength(2);
    expect((rig.attempts[1]?.at ?? 0) - (rig.attempts[0]?.at ?? 0)).toBeGreaterThanOrEqual(15_000);
    expect(outcome).toMatchObject([{ ok: true, value: { state: 'pending' } }]);
  });

  it('outlives the worker: what was removed is added again by the next one', async () => {
    const rig = keptRig();
    rig.world.toggles.push(OUT);
    again(rig);
    await rig.pass(1_000);
    rig.world.kept.delete(V);
    await rig.restart();
    rig.world.toggles.push(IN);
    await rig.pass(30_000);
    expect(rig.attempts).toHaveLength(2);
    expect(rig.shown()).toMatchObject({ state: 'pending' });
  });

  it('outlives it also where the answer to the removal was lost', async () => {
    const rig = keptRig();
    rig.world.toggles.push({ after: 60_000, answer: OUT });
    again(rig);
    await rig.pass(1_000);
    rig.world.kept.delete(V);
    await rig.restart();
    rig.world.toggles.push(IN);
    await rig.pass(90_000);
    expect(rig.attempts).toHaveLength(2);
    expect(rig.shown()).toMatchObject({ state: 'pending' });
  });

  it('sends nothing at all if the worker was killed before the removal left', async () => {
    const rig = keptRig();
    rig.world.checks.push(failure({ kind: 'offline' }));
    again(rig);
    await rig.pass(500);
    await rig.restart();
    await rig.pass(60_000);
    expect(rig.attempts).toEqual([]);
    expect(rig.shown()).toMatchObject({ problem: { kind: 'removal-unsent' } });
  });

  it('adds nothing where the removal was refused', async () => {
    const rig = keptRig();
    rig.world.toggles.push(failure({ kind: 'site-error' }, { sent: 'answered', status: 400 }));
    const outcome = again(rig);
    await rig.pass(60_000);
    expect(rig.attempts).toHaveLength(1);
    expect(outcome).toMatchObject([{ ok: false }]);
  });

  it('is only a removal once the user confirms that', async () => {
    const rig = keptRig();
    rig.world.checks.push({ after: 1_000, answer: [V] });
    const both = again(rig);
    await rig.pass(100);
    const removed = rig.remove();
    rig.world.toggles.push(OUT);
    await rig.pass(2_000);
    rig.world.kept.delete(V);
    await rig.pass(40_000);
    expect(rig.attempts).toHaveLength(1);
    expect([both, removed]).toMatchObject([[{ ok: true, value: { state: 'out' } }], [{ ok: true }]]);
  });
});
