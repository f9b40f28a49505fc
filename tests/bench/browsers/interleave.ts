/** Of each variant one value a round, in the order of the rounds. */
export type Samples<Name, Value> = ReadonlyMap<Name, readonly Value[]>;

/** All variants in turn, several times. Another one comes first each time, so that none profits from the order. */
export async function interleave<Name, Subject, Value>(
  variants: readonly (readonly [Name, Subject])[],
  rounds: number,
  measure: (subject: Subject, name: Name, round: number) => Promise<Value>,
): Promise<Samples<Name, Value>> {
  const samples = new Map<Name, Value[]>(variants.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % variants.length;
    for (const [name, subject] of [...variants.slice(first), ...variants.slice(0, first)]) {
      samples.get(name)?.push(await measure(subject, name, round));
    }
  }
  return samples;
}

/** What was read of one variant, round by round. */
export function valuesOf<Name, Value>(
  samples: Samples<Name, Value>,
  name: Name,
  read: (sample: Value) => number,
): number[] {
  return (samples.get(name) ?? []).map(read);
}

/** Per round: what a variant costs more than another. */
export function added<Name, Value>(
  samples: Samples<Name, Value>,
  [name, base]: readonly [name: Name, base: Name],
  read: (sample: Value) => number,
): number[] {
  const bases = valuesOf(samples, base, read);
  return valuesOf(samples, name, read).map((value, round) => value - (bases[round] ?? Number.NaN));
}

/** Per round: how many times as much as another a variant costs. */
export function ratios<Name, Value>(
  samples: Samples<Name, Value>,
  [name, base]: readonly [name: Name, base: Name],
  read: (sample: Value) => number,
): number[] {
  const bases = valuesOf(samples, base, read);
  return valuesOf(samples, name, read).map((value, round) => value / (bases[round] ?? Number.NaN));
}
