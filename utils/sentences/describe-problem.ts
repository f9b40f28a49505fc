import type { Problem, ProblemKind } from '@/utils/problem';
import { formatKb, formatMoment } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
import { describeCopies } from './copies-sentence';
import { describeAddObstacle, describeRemovalObstacle } from './obstacle-sentences';
import { joinSentences, type Sentences } from './sentences';

/** The kinds whose sentences need more than the kind. */
type Detailed =
  | 'over-quota'
  | 'not-available'
  | 'removal-refused'
  | 'limited'
  | 'asked-elsewhere'
  | 'page-limit'
  | 'duplicated'
  | 'unsettled'
  | 'not-done'
  | 'contradicted';

/** A key that was stored only until the browser closed has sentences of its own. */
type Plain = Exclude<ProblemKind, Detailed> | 'forgotten' | 'removal-signed-out';

function describePlain(kind: Plain): Sentences {
  return {
    what: t(`problem.${kind}.what`),
    meaning: t(`problem.${kind}.meaning`),
    next: t(`problem.${kind}.next`),
  };
}

function describeOverQuota({ sizeKb, freeKb }: Extract<Problem, { kind: 'over-quota' }>): Sentences {
  return {
    what: t('problem.over-quota.what'),
    meaning: sizeKb === undefined ? describeFree(freeKb) : describeNeed(formatKb(sizeKb), freeKb),
    next: t('problem.over-quota.next'),
  };
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

function describeChange(problem: Extract<Problem, { kind: 'unsettled' | 'not-done' | 'contradicted' }>): Sentences {
  switch (problem.kind) {
    case 'unsettled':
      return {
        what: t(`problem.unsettled.${problem.target}.what`),
        meaning: t('problem.unsettled.meaning'),
        next: t('problem.unsettled.next'),
      };
    case 'not-done':
      return {
        what: t(`problem.not-done.${problem.target}.what`),
        meaning: t(`problem.not-done.${problem.target}.meaning`),
        next: t(`problem.not-done.${problem.target}.next`),
      };
    case 'contradicted':
      return {
        what: t('problem.contradicted.what'),
        meaning: t(`problem.contradicted.${problem.now}.meaning`),
        next: t(`problem.contradicted.${problem.now}.next`),
      };
  }
}

function describeDuplicated({ copies, sizeKb }: Extract<Problem, { kind: 'duplicated' }>): Sentences {
  const isMeasured = copies !== undefined && sizeKb !== undefined;
  return {
    what: isMeasured ? describeCopies(copies, copies * sizeKb, sizeKb) : t('problem.duplicated.what'),
    meaning: t('problem.duplicated.meaning'),
    next: t('problem.duplicated.next'),
  };
}

function describeAskedElsewhere({ outcome, until }: Extract<Problem, { kind: 'asked-elsewhere' }>, now: number) {
  const what = outcome === 'silent' ? { time: formatMoment(until ?? now, now) } : undefined;
  return {
    what: what ? t('problem.asked-elsewhere.silent.what', what) : t(`problem.asked-elsewhere.${outcome}.what`),
    meaning: t('problem.asked-elsewhere.meaning'),
    next: t(`problem.asked-elsewhere.${outcome}.next`),
  };
}

/** The sentences for a problem, never with a status code. `now` is epoch ms. */
export function describeProblem(problem: Problem, now: number = Date.now()): Sentences {
  switch (problem.kind) {
    case 'not-signed-in':
      return describePlain(problem.isForgotten ? 'forgotten' : 'not-signed-in');
    case 'removal-unsent':
      return describePlain(problem.isSignedOut ? 'removal-signed-out' : 'removal-unsent');
    case 'over-quota':
      return describeOverQuota(problem);
    case 'not-available':
      return describeAddObstacle(problem.obstacle);
    case 'removal-refused':
      return describeRemovalObstacle(problem.obstacle);
    case 'unsettled':
    case 'not-done':
    case 'contradicted':
      return describeChange(problem);
    case 'duplicated':
      return describeDuplicated(problem);
    case 'asked-elsewhere':
      return describeAskedElsewhere(problem, now);
    case 'page-limit':
      return {
        what: t(`problem.page-limit.${problem.of}.what`),
        meaning: t(`problem.page-limit.${problem.of}.meaning`),
        next: t(`problem.page-limit.${problem.of}.next`, { time: formatMoment(problem.until, now) }),
      };
    case 'limited':
      return {
        what: t('problem.limited.what'),
        meaning: t('problem.limited.meaning'),
        next: t('problem.limited.next', { time: formatMoment(problem.until, now) }),
      };
    default:
      return describePlain(problem.kind);
  }
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
