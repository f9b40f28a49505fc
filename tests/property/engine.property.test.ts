import fc from 'fast-check';
import { describe, it } from 'vitest';
import { scenarios } from './scenario';
import { MAX_LAG_MS } from './server-model';
import { live } from './world';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 20_000);
const TIME_OUT_MS = Math.max(180_000, RUNS * 20);

describe('the vault engine', () => {
  it(
    'keeps its promises while nobody else is there',
    async () => {
      const arbitrary = scenarios({ withOthers: false, maxLag: MAX_LAG_MS });
      await fc.assert(fc.asyncProperty(arbitrary, live), { numRuns: RUNS / 2 });
    },
    TIME_OUT_MS,
  );

  it(
    'keeps its promises while another device toggles the same versions',
    async () => {
      const arbitrary = scenarios({ withOthers: true, maxLag: MAX_LAG_MS });
      await fc.assert(fc.asyncProperty(arbitrary, live), { numRuns: RUNS / 2 });
    },
    TIME_OUT_MS,
  );
});
