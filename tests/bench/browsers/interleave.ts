import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { VARIANTS, type VariantName, type Variants } from './variants.ts';

/** Of each variant one value a round, in the order of the rounds. */
export type Samples<Value> = Record<VariantName, Value[]>;

type Measure<Value> = (browser: TestBrowser, name: VariantName, round: number) => Promise<Value>;

/** All variants in turn, several times. Another one comes first each time, so that none profits from the order. */
export async function interleave<Value>(
  variants: Variants,
  rounds: number,
  measure: Measure<Value>,
): Promise<Samples<Value>> {
  const samples: Samples<Value> = { none: [], floor: [], vaulted: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (let n = 0; n < VARIANTS.length; n += 1) {
      const name = VARIANTS[(n + round) % VARIANTS.length] ?? 'none';
      samples[name].push(await measure(variants[name], name, round));
    }
  }
  return samples;
}

/** Per round: what a variant costs more than no extension. */
export function added<Value>(samples: Samples<Value>, name: VariantName, read: (sample: Value) => number): number[] {
  return samples[name].map((sample, round) => {
    const none = samples.none[round];
    return none === undefined ? Number.NaN : read(sample) - read(none);
  });
}
