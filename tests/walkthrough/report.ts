/** Prints what was seen, step by step, and remembers what was not as it should be. */
export type Report = {
  /** A fact, without a judgement. */
  say(text: string): void;
  /** A claim; false makes the whole walk-through fail. */
  check(claim: string, isTrue: boolean, seen?: string): void;
  failures(): string[];
};

/** Creates a report that prints to the terminal. */
export function createReport(): Report {
  const failures: string[] = [];
  return {
    say: text => console.log(`   ${text}`),
    check: (claim, isTrue, seen) => {
      console.log(` ${isTrue ? '✓' : '✗'} ${claim}${seen === undefined ? '' : ` (${seen})`}`);
      if (!isTrue) failures.push(claim);
    },
    failures: () => failures,
  };
}
