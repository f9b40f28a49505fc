import { describe, expect, it } from 'vitest';
import { asVersion } from '@/tests/property/versions';
import { createRig, failure, V, W } from './rig';

const many = (count: number, from = 1) => Array.from({ length: count }, (_, index) => asVersion(from + index));

describe('looking', () => {
  it('puts everything that asks within a moment into one request, each version once', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    const first = rig.engine().check([V, W, V]);
    await rig.pass(20);
    const second = rig.engine().check([W, asVersion(9)]);
    await rig.pass(200);
    expect(rig.asked).toEqual([[V, W, asVersion(9)]]);
    expect(await first).toMatchObject({
      facts: [
        { versionId: V, state: 'in' },
        { versionId: W, state: 'out' },
      ],
    });
    expect((await second).facts).toHaveLength(2);
  });

  it('asks for a hundred at a time', async () => {
    const rig = createRig();
    const looked = rig.engine().check(many(250));
    await rig.pass(200);
    expect(rig.asked.map(ids => ids.length)).toEqual([100, 100, 50]);
    expect((await looked).facts).toHaveLength(250);
  });

  it('does not ask again for what is being asked', async () => {
    const rig = createRig();
    rig.world.checks.push({ after: 1_000, answer: [V] });
    const first = rig.engine().check([V]);
    await rig.pass(500);
    const second = rig.engine().check([V]);
    await rig.pass(1_000);
    expect(rig.asked).toHaveLength(1);
    expect(await second).toEqual(await first);
  });

  it('asks again for an intent, which an older answer is not good enough for', async () => {
    const rig = createRig();
    rig.world.checks.push({ after: 1_000, answer: [] });
    void rig.engine().check([V]);
    await rig.pass(500);
    rig.world.kept.add(V);
    const added = rig.add();
    await rig.pass(200);
    expect(rig.asked).toHaveLength(2);
    expect(added).toMatchObject([{ ok: true, value: { state: 'in' } }]);
    // The older answer arrives last and is not believed.
    await rig.pass(1_000);
    expect(await rig.engine().cachedFacts([V])).toMatchObject([{ state: 'in' }]);
  });

  it('never lets an impossible id reach the API', async () => {
    const rig = createRig();
    const bad: number[] = [0, -1, 1.5, Number.NaN, 2_147_483_648];
    // Whatever a page sends, the types of messages are not checked where it runs.
    const ids = JSON.parse(JSON.stringify([V, ...bad]));
    await Promise.all([rig.engine().check(ids), rig.pass(200)]);
    expect(rig.asked).toEqual([[V]]);
    expect(await rig.engine().submit(JSON.parse('{"versionId": 99999999999, "target": "in"}'))).toMatchObject({
      ok: false,
    });
    expect(rig.attempts).toEqual([]);
  });

  it('that fails leaves what was known, says why, and is never taken for "not there"', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    await Promise.all([rig.engine().check([V]), rig.pass(200)]);
    rig.world.checks.push(failure({ kind: 'timed-out' }));
    const [looked] = await Promise.all([rig.engine().check([V, W]), rig.pass(200)]);
    expect(looked).toMatchObject({
      facts: [
        { versionId: V, state: 'in' },
        { versionId: W, state: 'unknown', asOf: 0 },
      ],
      problem: { kind: 'timed-out' },
    });
    expect(rig.store.facts.has(W)).toBe(false);
  });

  it('takes a version that the answer leaves out as not known', async () => {
    const rig = createRig();
    rig.world.leftOut = W;
    const [looked] = await Promise.all([rig.engine().check([V, W]), rig.pass(200)]);
    expect(looked).toMatchObject({ facts: [{ state: 'out' }, { state: 'unknown' }], problem: { kind: 'unreadable' } });
  });

  it('without anybody signed in asks nothing', async () => {
    const rig = createRig();
    rig.world.session = undefined;
    const [looked] = await Promise.all([rig.engine().check([V]), rig.pass(200)]);
    expect(looked).toEqual({
      facts: [{ versionId: V, state: 'unknown', asOf: 0 }],
      problem: { kind: 'not-signed-in' },
    });
    expect(rig.asked).toEqual([]);
  });
});

describe('a version that the list holds twice', () => {
  it('is shown as such, until somebody has changed it', async () => {
    const rig = createRig();
    rig.world.kept.add(V);
    await Promise.all([rig.engine().check([V]), rig.pass(200)]);
    await rig.engine().recordListed([{ versionId: V, item: null, copies: 2 }], -1);
    expect(rig.shown()).toMatchObject({ state: 'in', problem: { kind: 'duplicated' } });
    expect(rig.attempts).toEqual([]);
  });
});
