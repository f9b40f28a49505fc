import { describe, expect, it } from 'vitest';
import { createRig, IN, OUT, type Rig, V, W } from './rig';

function signInAgain(rig: Rig): void {
  rig.engine().end();
  rig.store.empty(rig.now());
  rig.world.session = { session: 'two', canWrite: true };
}

describe('a sign-out', () => {
  it('stops everything where it is: nothing is written, sent or announced any more', async () => {
    const rig = createRig();
    rig.world.checks.push({ after: 500, answer: [] });
    const added = rig.add();
    const looked = rig.engine().check([W]);
    await rig.pass(100);
    const before = rig.heard.length;
    rig.world.session = undefined;
    rig.engine().end();
    rig.store.empty(rig.now());
    await rig.pass(60_000);
    expect(added).toEqual([{ ok: false, problem: { kind: 'not-signed-in' } }]);
    expect(await looked).toEqual({
      facts: [{ versionId: W, state: 'unknown', asOf: 0 }],
      problem: { kind: 'not-signed-in' },
    });
    expect(rig.attempts).toEqual([]);
    expect(rig.heard).toHaveLength(before);
    expect([rig.store.journal.size, rig.store.facts.size]).toEqual([0, 0]);
    expect(rig.world.alarmMs).toBeUndefined();
  });

  it('lets nothing be intended while the key is still being removed', async () => {
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
    expect([rig.attempts, rig.asked]).toEqual([[], []]);
    expect(rig.openedFor).toEqual(['two']);
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
    expect(rig.attempts).toHaveLength(1);
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
    expect([rig.attempts.length, added]).toEqual([1, []]);
    rig.world.kept.add(V);
    await rig.pass(10_000);
    expect(rig.attempts).toHaveLength(1);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in' } }]);
  });
});

describe('a key that Civitai refuses', () => {
  it('closes the vault before anything else is sent, says why, and goes on once it is accepted', async () => {
    const rig = createRig();
    rig.world.checks.push({ after: 500, answer: [] });
    rig.world.toggles.push(IN);
    const added = rig.add();
    await rig.pass(100);
    rig.world.session = undefined;
    await rig.engine().wake();
    await rig.pass(60_000);
    expect(added).toEqual([{ ok: false, problem: { kind: 'key-refused' } }]);
    expect([rig.attempts, rig.world.alarmMs]).toEqual([[], undefined]);
    rig.world.session = { session: 'one', canWrite: true };
    const again = rig.add();
    await rig.pass(1_000);
    expect([rig.attempts.length, again.length]).toEqual([1, 1]);
  });
});
