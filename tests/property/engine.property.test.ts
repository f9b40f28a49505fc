/**
 * The real engine against a model of the server. Intents of several tabs, double clicks, another device, a replica that lags, every
 * fault before and after the commit. A worker that is killed at every await, clocks that are set, laptops that sleep, sign-outs.
 *
 * `npm test` makes 20,000 runs. For more: `PROPERTY_RUNS=1000000 npx vitest run --project property`. A failure prints the smallest
 * scenario that shows it, with the seed and path to repeat it (`PROPERTY_SEED=… PROPERTY_PATH=…`).
 *
 * One thing is not simulated: a clock set within the minute in which the user signs out and in again, with the worker killed as well.
 */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { FOUND } from '@/tests/property/found/found';
import { FOUND_OF_GRACE } from '@/tests/property/found/of-grace';
import { FOUND_OF_SWAPS } from '@/tests/property/found/of-swaps';
import { live } from '@/tests/property/world/live';
import { scenarios, scenariosOfAnIllReplica } from './arbitraries';
import type { Scenario } from './scenario';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 20_000);
const { PROPERTY_SEED: seed, PROPERTY_PATH: path } = process.env;

function holds(arbitrary: fc.Arbitrary<Scenario>, numRuns: number): Promise<void> {
  return fc.assert(fc.asyncProperty(arbitrary, live), {
    numRuns,
    ...(seed && { seed: Number(seed) }),
    ...(path && { path }),
  });
}

describe('the vault engine', { timeout: Math.max(180_000, RUNS * 20) }, () => {
  it('keeps its promises while no other device is there', () => holds(scenarios({ withOthers: false }), RUNS / 2));

  it('keeps its promises while another device toggles the same versions', () =>
    holds(scenarios({ withOthers: true }), RUNS / 2));

  it.each([...FOUND, ...FOUND_OF_GRACE, ...FOUND_OF_SWAPS])(
    'keeps its promises in scenario %# that once broke one',
    live,
  );

  it('at worst does not know yet, when the replica lags for longer than the engine allows for', () =>
    holds(scenariosOfAnIllReplica(), RUNS / 10));
});
