/** What one part of the benchmark found. */
export type Section<Numbers> = {
  title: string;
  /** What, how much, and what it is to be compared with. */
  rows: (readonly [what: string, value: string, note: string])[];
  /** Promises that were not kept, as sentences. */
  failures: string[];
  /** For machines: what `--json` writes. */
  numbers: Numbers;
};

/** Prints one section as a table. */
export function printSection({ title, rows, failures }: Section<unknown>): void {
  const width = (column: 0 | 1) => Math.max(...rows.map(row => row[column].length));
  console.log(`\n${title}`);
  for (const [what, value, note] of rows) {
    console.log(`  ${what.padEnd(width(0))}  ${value.padStart(width(1))}  ${note}`);
  }
  for (const failure of failures) console.log(`  failed: ${failure}`);
}
