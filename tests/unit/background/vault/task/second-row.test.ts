import { describe, expect, it } from 'vitest';
import { itemOf } from '@/tests/property/items';
import { asVersion as version } from '@/tests/property/versions';
import { createRig, failure, IN, LOST, OUT, type Rig, V, W } from '@/tests/unit/background/vault/rig';

/** On a connection on which the browser may repeat a request by itself. */
function createPlainRig(): Rig {
  const rig = createRig();
  rig.world.carriesStreams = false;
  return rig;
}

describe('an addition that the browser may have sent twice', () => {
  it('leaves plain where streams are not carried, and streamed where they are', async () => {
    for (const carriesStreams of [true, false]) {
      const rig = createRig();
      Object.assign(rig.world, { carriesStreams, toggles: [IN] });
      rig.add();
      await rig.pass(1_000);
      expect(rig.attempts).toMatchObject([{ isStreamed: carriesStreams }]);
      expect(rig.store.journal.get(V)?.attempt?.isStreamed).toBe(carriesStreams);
    }
  });

  it('is shown at once, and looked at in one page of the list after the allowance', async () => {
    const rig = createPlainRig();
    rig.world.toggles.push(IN, IN);
    const added = [rig.add(V), rig.add(W)];
    await rig.pass(1_000);
    expect(added).toMatchObject([[{ ok: true }], [{ ok: true }]]);
    rig.world.kept.add(V).add(W);
    rig.world.copies.set(W, 2);
    await rig.pass(13_000);
    expect(rig.listed).toEqual([]);
    await rig.pass(7_000);
    expect(rig.listed).toHaveLength(1);
    expect(rig.shown(W)).toMatchObject({ state: 'in', problem: { kind: 'duplicated' } });
    expect(rig.shown(V)?.problem).toBeUndefined();
    expect(rig.store.journal.size).toBe(0);
  });

  it('is not looked at where it was streamed, nor a removal', async () => {
    const streamed = createRig();
    streamed.world.toggles.push(IN);
    streamed.add();
    const removed = createPlainRig();
    removed.world.kept.add(V);
    removed.world.toggles.push(OUT);
    removed.remove();
    await Promise.all([streamed.pass(100), removed.pass(100)]);
    streamed.world.kept.add(V);
    removed.world.kept.delete(V);
    await Promise.all([streamed.pass(60_000), removed.pass(60_000)]);
    expect([streamed.listed, removed.listed]).toEqual([[], []]);
    expect([streamed.store.journal.size, removed.store.journal.size]).toEqual([0, 0]);
  });

  it('is looked at again where the list could not be read', async () => {
    const rig = createPlainRig();
    rig.world.toggles.push(IN);
    rig.world.lists.push(failure({ kind: 'site-error' }), failure({ kind: 'timed-out' }));
    rig.world.copies.set(V, 2);
    rig.add();
    await rig.pass(1_000);
    rig.world.kept.add(V);
    await rig.pass(60_000);
    expect(rig.listed).toHaveLength(3);
    expect(rig.shown()).toMatchObject({ problem: { kind: 'duplicated' } });
  });

  it('is known to be there twice to the next worker, too, until a list has it once', async () => {
    const rig = createPlainRig();
    Object.assign(rig.world, { toggles: [IN], copies: new Map([[V, 2]]) });
    rig.add();
    await rig.pass(1_000);
    rig.world.kept.add(V);
    await rig.pass(60_000);
    await rig.restart();
    const copies = async () => (await rig.engine().cachedFacts([V]))[0]?.problem;
    expect(await copies()).toEqual({ kind: 'duplicated', copies: 2, sizeKb: 1_023 });
    await rig.engine().recordListed([{ versionId: W, item: itemOf(W), copies: 2 }], -1, true);
    expect([await copies(), rig.shown()?.problem]).toEqual([undefined, undefined]);
    await rig.restart();
    expect(await copies()).toBeUndefined();
  });

  it('is looked at again also where the user waited, who hears at once that it is in', async () => {
    const rig = createPlainRig();
    rig.world.toggles.push(IN);
    rig.world.lists.push(failure({ kind: 'site-error' }));
    rig.world.copies.set(V, 2);
    rig.add();
    await rig.pass(1_000);
    await rig.restart();
    rig.world.kept.add(V);
    const added = rig.add();
    await rig.pass(90_000);
    expect(added).toMatchObject([{ ok: true }]);
    expect(rig.listed.length).toBeGreaterThan(1);
    expect(rig.shown()).toMatchObject({ state: 'in', problem: { kind: 'duplicated' } });
    expect([rig.attempts.length, rig.store.journal.size]).toEqual([1, 0]);
  });

  it('is looked at by the next worker if the first was killed', async () => {
    const rig = createPlainRig();
    rig.world.toggles.push(IN);
    rig.world.copies.set(V, 2);
    rig.add();
    await rig.pass(1_000);
    rig.world.kept.add(V);
    await rig.restart();
    await rig.pass(30_000);
    expect(rig.shown()).toMatchObject({ problem: { kind: 'duplicated' } });
  });

  it('is looked at as well where no answer came', async () => {
    const rig = createPlainRig();
    rig.world.toggles.push(LOST);
    rig.world.copies.set(V, 2);
    const added = rig.add();
    await rig.pass(100);
    rig.world.kept.add(V);
    rig.world.usedKb += 2 * 1_023;
    await rig.pass(70_000);
    expect(rig.attempts).toHaveLength(1);
    expect(added).toMatchObject([{ ok: true }]);
    expect(rig.shown()).toMatchObject({ state: 'in', problem: { kind: 'duplicated' } });
    expect(rig.store.journal.size).toBe(0);
  });
});

describe('questions of one moment', () => {
  it('are one check, one quota read and one page for sixty intents', async () => {
    const rig = createPlainRig();
    const ids = Array.from({ length: 60 }, (_, n) => version(n + 1));
    let quotas = 0;
    rig.world.toggles.push(...ids.map(() => IN));
    Object.defineProperty(rig.world, 'usedKb', {
      get() {
        quotas += 1;
        return 5_000;
      },
    });
    for (const id of ids) rig.add(id);
    await rig.pass(2_000);
    for (const id of ids) rig.world.kept.add(id);
    await rig.pass(30_000);
    expect([rig.attempts.length, rig.asked.length, quotas, rig.listed.length]).toEqual([60, 2, 1, 1]);
  });
});
