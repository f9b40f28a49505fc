import type { Outcome } from './outcome.ts';

/** One line of the summary. */
export type Stage = { name: string; run: () => Promise<Outcome> };

async function runStage({ name, run }: Stage): Promise<Outcome> {
  console.log(`\n── ${name}`);
  const startedAt = performance.now();
  const outcome = await run();
  return { ...outcome, name, seconds: (performance.now() - startedAt) / 1000 };
}

/** Runs the stages of a lane one after the other, and the lanes beside each other. */
export async function runLanes(...lanes: Stage[][]): Promise<Outcome[]> {
  const outcomes = await Promise.all(
    lanes.map(async lane => {
      const done: Outcome[] = [];
      for (const stage of lane) done.push(await runStage(stage));
      return done;
    }),
  );
  return outcomes.flat();
}
