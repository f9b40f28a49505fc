import type { Problem, ProblemKind } from '@/utils/problem';
import { formatMoment } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
import { joinSentences, type Sentences } from './sentences';

/** The kinds whose sentences need more than the kind. */
type Detailed =
  | 'not-available'
  | 'removal-refused'
  | 'limited'
  | 'asked-elsewhere'
  | 'page-limit'
  | 'unsettled'
  | 'not-done'
  | 'contradicted';

/** What the texts of a problem's kind begin with; two kinds have other texts for users who are signed out. */
export function plainKindOf(
  problem: Exclude<Problem, { kind: Detailed }>,
): Exclude<ProblemKind, Detailed> | 'forgotten' | 'removal-signed-out' {
  if (problem.kind === 'not-signed-in' && problem.isForgotten) return 'forgotten';
  return problem.kind === 'removal-unsent' && problem.isSignedOut ? 'removal-signed-out' : problem.kind;
}

/** What happened and the next step, without what it means: that alone needs figures. `now` is epoch ms. */
export function whatAndNext(problem: Problem, now: number): Omit<Sentences, 'meaning'> {
  switch (problem.kind) {
    case 'not-available':
      return { what: t(`obstacle.${problem.obstacle}.what`), next: t(`obstacle.${problem.obstacle}.next`) };
    case 'removal-refused':
      return { what: t(`obstacle.${problem.obstacle}.what`), next: t('obstacle.removal.next') };
    case 'unsettled':
      return { what: t(`problem.unsettled.${problem.target}.what`), next: t('problem.unsettled.next') };
    case 'not-done':
      return {
        what: t(`problem.not-done.${problem.target}.what`),
        next: t(`problem.not-done.${problem.target}.next`),
      };
    case 'contradicted':
      return { what: t('problem.contradicted.what'), next: t(`problem.contradicted.${problem.now}.next`) };
    case 'asked-elsewhere':
      return {
        what:
          problem.outcome === 'silent'
            ? t('problem.asked-elsewhere.silent.what', { time: formatMoment(problem.until ?? now, now) })
            : t(`problem.asked-elsewhere.${problem.outcome}.what`),
        next: t(`problem.asked-elsewhere.${problem.outcome}.next`),
      };
    case 'page-limit':
      return {
        what: t(`problem.page-limit.${problem.of}.what`),
        next: t(`problem.page-limit.${problem.of}.next`, { time: formatMoment(problem.until, now) }),
      };
    case 'limited':
      return {
        what: t('problem.limited.what'),
        next: t('problem.limited.next', { time: formatMoment(problem.until, now) }),
      };
    default: {
      const kind = plainKindOf(problem);
      return { what: t(`problem.${kind}.what`), next: t(`problem.${kind}.next`) };
    }
  }
}

/** The same as running text, for the worker: the sizes of a second row are not in it. `now` is epoch ms. */
export function describeWithoutSizes(problem: Problem, now: number): string {
  const { what, next } = whatAndNext(problem, now);
  return joinSentences(what, next);
}
