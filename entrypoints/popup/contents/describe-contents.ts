import { formatAge } from '@/utils/sentences/format';
import { describeBriefly, describeProblem } from '@/utils/sentences/sentences';
import type { Contents } from './contents';

/** Why the figures are missing or old; `undefined` while they are neither. `now` is epoch ms. */
export function describeContents(contents: Contents, now: number): string | undefined {
  if (!('problem' in contents) || !contents.problem) return undefined;
  const { problem } = contents;
  const why =
    problem.kind === 'limited'
      ? describeBriefly(problem, now)
      : `When Vaulted last asked: ${describeProblem(problem, now).what}`;
  return contents.kind === 'counted'
    ? `Counted ${formatAge(contents.at, now)}. ${why}`
    : `How many versions are in it isn’t known. ${why}`;
}
