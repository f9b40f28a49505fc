import fc from 'fast-check';

const { FUZZ_SEED, FUZZ_PATH, VAULTED_EVERY_CASE } = process.env;

/**
 * Runs a property: `runs` times with every case, a tenth of that in the gate. The seed is new each time and printed; with it, and the path
 * of a failure, the same inputs come again: `FUZZ_SEED=… FUZZ_PATH=… npx vitest run --project unit tests/unit/fuzz`.
 */
export async function fuzz<Input>(
  name: string,
  runs: number,
  inputs: fc.Arbitrary<Input>,
  holds: (input: Input) => Promise<void> | void,
): Promise<void> {
  const numRuns = VAULTED_EVERY_CASE === '1' ? runs : runs / 10;
  const seed = FUZZ_SEED === undefined ? Date.now() % 0x7f_ff_ff_ff : Number(FUZZ_SEED);
  process.stdout.write(`fuzz ${name}: ${numRuns} runs, FUZZ_SEED=${seed}\n`);
  await fc.assert(
    fc.asyncProperty(inputs, async input => holds(input)),
    { numRuns, seed, ...(FUZZ_PATH !== undefined && { path: FUZZ_PATH }) },
  );
}

/** Any value that JSON can hold, small. */
export const anyJson: fc.Arbitrary<unknown> = fc.jsonValue({ maxDepth: 4 });

/** Numbers that are ids, nearly ids, and no ids at all. */
export const anyId = fc.oneof(
  fc.integer({ min: 1, max: 2_147_483_647 }),
  fc.constantFrom<unknown>(0, -1, 1.5, 2_147_483_648, Number.NaN, Infinity, 1e21, '7', '1,2', null, undefined, [7], {}),
);

/** The value with some of its parts, at any depth, replaced, doubled or left out. */
export function spoiled(value: unknown): fc.Arbitrary<unknown> {
  const whole = Array.isArray(value)
    ? fc.tuple(...value.map(spoiled))
    : typeof value === 'object' && value !== null
      ? fc.record(Object.fromEntries(Object.entries(value).map(([name, part]) => [name, spoiled(part)])))
      : fc.constant(value);
  return fc.oneof({ weight: 12, arbitrary: whole }, { weight: 1, arbitrary: fc.oneof(anyJson, anyId) });
}
