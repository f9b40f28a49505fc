import { describeBriefly, describeProblem } from '@/utils/sentences/describe-problem';
import { joinSentences } from '@/utils/sentences/sentences';
import { formatAge } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
import type { Contents } from './contents';

/** Why the figures are missing or old; `undefined` while they are neither. `now` is epoch ms. */
export function describeContents(contents: Contents, now: number): string | undefined {
  if (!('problem' in contents) || !contents.problem) return undefined;
  const { problem } = contents;
  // A notice says that no list is kept; the site has counted all the same.
  if (problem.kind === 'storage-brief') return undefined;
  const reason =
    problem.kind === 'limited'
      ? describeBriefly(problem, now)
      : t('contents.reason', { reason: describeProblem(problem, now).what });
  return contents.kind === 'counted'
    ? joinSentences(t('contents.as-of', { age: formatAge(contents.at, now) }), reason)
    : joinSentences(t('contents.unknown'), reason);
}
