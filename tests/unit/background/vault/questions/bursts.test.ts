import { describe, expect, it } from 'vitest';
import { asVersion } from '@/tests/property/versions';
import { createRig, IN, OUT, type Rig } from '@/tests/unit/background/vault/rig';
import type { VersionId } from '@/utils/civitai/ids';

const EACH = 30;
const ADDED = Array.from({ length: EACH }, (_, n) => asVersion(100 + n));
const REMOVED = Array.from({ length: EACH }, (_, n) => asVersion(500 + n));

type Burst = { phaseMs: number; gapMs?: number; writeMs?: number; isStreamed?: boolean };

/** As many additions as removals, the next `gapMs` after the last; `phaseMs`: how long the worker has run by then. */
async function carryOut({ phaseMs, gapMs = 0, writeMs = 0, isStreamed = true }: Burst) {
  const rig = createRig();
  Object.assign(rig.world, { carriesStreams: isStreamed, writeMs });
  for (const version of REMOVED) rig.world.kept.add(version);
  await rig.pass(phaseMs);
  rig.world.toggles.push(...ADDED.map(() => IN), ...REMOVED.map(() => OUT));
  for (const [n, version] of ADDED.entries()) {
    rig.add(version);
    const removed = REMOVED[n];
    if (removed) rig.removeLater(removed);
    await rig.pass(gapMs);
  }
  await rig.pass(7_000);
  const additions = countOf(rig);
  for (const version of ADDED) rig.world.kept.add(version);
  await rig.pass(5_000);
  const both = countOf(rig);
  for (const version of REMOVED) rig.world.kept.delete(version);
  await rig.pass(60_000);
  return { rig, additions, both, all: countOf(rig) };
}

const countOf = ({ asked, quotas, listed }: Rig) => [asked.length, quotas.length, listed.length];
const sent = ({ attempts }: Rig): VersionId[] => attempts.map(({ versionId }) => versionId);

describe('60 intents, half of them removals with their grace', () => {
  const phases = [0, 300, 999, 1_600, 3_400, 4_700];

  it.each(phases)('share their checks and quota reads, %d ms after the worker began', async phaseMs => {
    const { rig, additions, both, all } = await carryOut({ phaseMs });
    expect(sent(rig)).toEqual([...ADDED, ...REMOVED]);
    expect({ additions, both, all }).toEqual({ additions: [1, 1, 0], both: [2, 2, 0], all: [3, 2, 0] });
    expect(rig.store.journal.size).toBe(0);
  });

  it.each(phases)('also where they come one after the other, %d ms after the worker began', async phaseMs => {
    const { rig, all } = await carryOut({ phaseMs, gapMs: 15 });
    expect(sent(rig).toSorted()).toEqual([...ADDED, ...REMOVED].toSorted());
    const [checks = 0, quotas = 0] = all;
    expect(checks).toBeLessThanOrEqual(4);
    expect(quotas).toBeLessThanOrEqual(4);
  });

  it.each(phases)('also where each takes the disk some time, %d ms after the worker began', async phaseMs => {
    const { rig, all } = await carryOut({ phaseMs, writeMs: 6 });
    expect(sent(rig)).toHaveLength(2 * EACH);
    expect(all).toEqual([3, 2, 0]);
  });

  it('look once for a second row where the browser may have sent one again', async () => {
    const { all } = await carryOut({ phaseMs: 300, isStreamed: false });
    expect(all).toEqual([3, 2, 1]);
  });
});
