import type { Problem } from '@/utils/problem';
import { formatKb } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
import { plainKindOf, whatAndNext } from './brief-problem';
import { describeCopies } from './copies-sentence';
import { describeAddObstacle, describeRemovalObstacle } from './obstacle-sentences';
import { joinSentences, type Sentences } from './sentences';

function describeQuota({ sizeKb, freeKb }: Extract<Problem, { kind: 'over-quota' }>): string {
  return sizeKb === undefined ? describeFree(freeKb) : describeNeed(formatKb(sizeKb), freeKb);
}

function describeFree(freeKb: number | undefined): string {
  if (freeKb === undefined) return t('problem.over-quota.meaning');
  return freeKb > 0 ? t('problem.over-quota.free', { free: formatKb(freeKb) }) : t('problem.over-quota.none-free');
}

function describeNeed(size: string, freeKb: number | undefined): string {
  if (freeKb === undefined) return t('problem.over-quota.needs', { size });
  return freeKb > 0
    ? t('problem.over-quota.needs-free', { size, free: formatKb(freeKb) })
    : t('problem.over-quota.needs-none-free', { size });
}

function whatItMeans(problem: Problem): string {
  switch (problem.kind) {
    case 'over-quota':
      return describeQuota(problem);
    case 'not-available':
      return describeAddObstacle(problem.obstacle).meaning;
    case 'removal-refused':
      return describeRemovalObstacle(problem.obstacle).meaning;
    case 'unsettled':
    case 'asked-elsewhere':
    case 'limited':
      return t(`problem.${problem.kind}.meaning`);
    case 'not-done':
      return t(`problem.not-done.${problem.target}.meaning`);
    case 'contradicted':
      return t(`problem.contradicted.${problem.now}.meaning`);
    case 'page-limit':
      return t(`problem.page-limit.${problem.of}.meaning`);
    default:
      return t(`problem.${plainKindOf(problem)}.meaning`);
  }
}

/** What happened, with the sizes of a second row where they are known. */
function sizesOfCopies(problem: Problem): string | undefined {
  if (problem.kind !== 'duplicated') return undefined;
  const { copies, sizeKb } = problem;
  return copies !== undefined && sizeKb !== undefined ? describeCopies(copies, copies * sizeKb, sizeKb) : undefined;
}

/** The sentences for a problem, never with a status code. `now` is epoch ms. */
export function describeProblem(problem: Problem, now: number = Date.now()): Sentences {
  const { what, next } = whatAndNext(problem, now);
  return { what: sizesOfCopies(problem) ?? what, meaning: whatItMeans(problem), next };
}

/** All sentences of a problem as running text. `now` is epoch ms. */
export function describeInFull(problem: Problem, now: number): string {
  const { what, meaning, next } = describeProblem(problem, now);
  return joinSentences(what, meaning, next);
}

/** What happened and the next step, where the meaning is obvious. `now` is epoch ms. */
export function describeBriefly(problem: Problem, now: number): string {
  const { what, next } = describeProblem(problem, now);
  return joinSentences(what, next);
}
