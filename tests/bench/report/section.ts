/** One line of the report: what, how much, and what it is to be compared with. */
export type Row = readonly [what: string, value: string, note: string];

/** A row with what became of its budget. `failure` ends the benchmark with 1; `miss` is said and nothing more. */
export type Figure = { row: Row; failure?: string; miss?: string };

/** What one part of the benchmark found. */
export type Section<Numbers> = {
  title: string;
  figures: Figure[];
  /** For machines: what `--json` writes. */
  numbers: Numbers;
};

/** A row without a budget. */
export function figure(what: string, value: string, note = ''): Figure {
  return { row: [what, value, note] };
}

/** A row whose budget doesn't depend on the clock. `limit` says the budget in words. */
export function limited(isKept: boolean, what: string, value: string, limit: string): Figure {
  return { row: [what, value, limit], ...(!isKept && { failure: `${what}: ${value}, ${limit}` }) };
}

/** A row whose budget is meant for a machine that does nothing else. `goal` says the budget in words. */
export function aimed(isReached: boolean, what: string, value: string, goal: string): Figure {
  return { row: [what, value, goal], ...(!isReached && { miss: `${what}: ${value}, ${goal}` }) };
}

/** The same of an older build: it has no budgets, it is there to be compared with. */
function asOlder({ row: [what, value, note] }: Figure): Figure {
  return figure(`older build: ${what}`, value, note);
}

/** What is said of today's build, and after it the same of the older one, if there is one. */
export function ofEachBuild(hasOlder: boolean, describe: (build: 'vaulted' | 'older') => Figure[]): Figure[] {
  return [...describe('vaulted'), ...(hasOlder ? describe('older').map(asOlder) : [])];
}

export const rowsOf = ({ figures }: Section<unknown>): Row[] => figures.map(({ row }) => row);

/** Broken limits, as sentences. */
export function failuresOf({ figures }: Section<unknown>): string[] {
  return figures.flatMap(({ failure }) => failure ?? []);
}

/** Goals that were missed, as sentences. */
export function missesOf({ figures }: Section<unknown>): string[] {
  return figures.flatMap(({ miss }) => miss ?? []);
}

/** Prints one section as a table. */
export function printSection(section: Section<unknown>): void {
  const rows = rowsOf(section);
  const width = (column: 0 | 1) => Math.max(...rows.map(row => row[column].length));
  console.log(`\n${section.title}`);
  for (const [what, value, note] of rows) {
    console.log(`  ${what.padEnd(width(0))}  ${value.padStart(width(1))}  ${note}`);
  }
  for (const failure of failuresOf(section)) console.log(`  failed: ${failure}`);
  for (const miss of missesOf(section)) console.log(`  missed: ${miss}`);
}
