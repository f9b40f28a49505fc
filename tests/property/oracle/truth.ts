import type { IntentRecord, Records, Target } from './records';

export const keptNow = ({ server }: Records, version: number): Target =>
  server.rows(version).length > 0 ? 'in' : 'out';

/** Another device changed the version in that time, or the browser by what it repeated. */
export function othersTouched({ server, now }: Records, version: number, from: number): boolean {
  return server.commits.some(
    commit => commit.by !== 'us' && commit.version === version && commit.at >= from && commit.at <= now(),
  );
}

/** It was so at some moment since. */
export function wasSo({ server }: Records, version: number, target: Target, from: number): boolean {
  const wasIn = [
    server.rowsAt(version, from).length > 0,
    ...server.commits
      .filter(({ at, version: of }) => of === version && at >= from)
      .map(({ rowsAfter }) => rowsAfter > 0),
  ];
  return wasIn.includes(target === 'in');
}

/** The intents of a version that a worker knows of, oldest first. */
export function knownIntents({ intents }: Records, version: number): IntentRecord[] {
  return intents.filter(intent => intent.version === version && !intent.lost);
}

/** The intent wants the version to be so, now or in the end. */
export function serves(intent: Pick<IntentRecord, 'target' | 'isAgain'>, target: Target): boolean {
  return intent.target === target || (intent.isAgain && target === 'in');
}
