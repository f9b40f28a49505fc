import { expect, it } from 'vitest';
import { createRig, failure, IN, V, W } from '@/tests/unit/background/vault/rig';
import type { Need } from '@/utils/vault/fit';

const OUT = { ok: true, value: { now: 'out' } } as const;

it('an addition counts what it needs, where that is certain', async () => {
  const usageOf = async (need?: Need): Promise<(number | undefined)[]> => {
    const rig = createRig();
    rig.world.toggles.push(IN);
    void rig.engine().submit({ session: 'one', versionId: V, target: 'in', ...(need && { need }) });
    await rig.pass(200);
    return rig.usage;
  };
  // The site may round: both ends of one file's size are whole.
  expect(await usageOf({ leastKb: 144, mostKb: 145 })).toEqual([145]);
  expect(await usageOf({ leastKb: 144, mostKb: 900 })).toEqual([undefined]);
  expect(await usageOf({ leastKb: -9, mostKb: -9 })).toEqual([undefined]);
  expect(await usageOf()).toEqual([undefined]);
});

it('a removal counts what the check just before it showed', async () => {
  const rig = createRig();
  rig.world.kept.add(V);
  rig.world.toggles.push(OUT);
  rig.remove();
  await rig.pass(200);
  expect(rig.usage).toEqual([-1_023]);
});

it('says that it is not known after a lost or refused request, an answer that says the opposite, and a toggle from elsewhere', async () => {
  const rig = createRig();
  rig.world.toggles.push(failure({ kind: 'timed-out' }), OUT);
  rig.add();
  await rig.pass(200);
  expect(rig.usage).toEqual([undefined]);
  rig.add(W);
  await rig.pass(2_000);
  expect(rig.usage).toEqual([undefined, undefined]);
  await rig.engine().toggledElsewhere(W);
  expect(rig.usage).toEqual([undefined, undefined, undefined]);
});

it('what never left has changed nothing', async () => {
  const rig = createRig();
  rig.world.toggles.push({ ok: false, problem: { kind: 'offline' }, sent: 'no' });
  rig.add();
  await rig.pass(200);
  expect(rig.usage).toEqual([]);
});
