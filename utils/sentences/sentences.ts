import type { Problem } from '@/utils/problem';
import { describeCopies } from './copies-sentence';
import { formatKb, formatMoment } from './format';
import { describeAddObstacle, describeRemovalObstacle } from './obstacle-sentences';
import { FORGOTTEN, PLAIN, type Sentences } from './problem-sentences';

function describeOverQuota(sizeKb: number | undefined, freeKb: number | undefined): Sentences {
  const needed = sizeKb === undefined ? '' : ` It needs ${formatKb(sizeKb)}.`;
  const free = freeKb === undefined ? '' : ` ${freeKb > 0 ? `${formatKb(freeKb)} is` : 'Nothing is'} free.`;
  return {
    what: 'There isn’t enough room in your vault.',
    meaning: `This version wasn’t added.${needed}${free}`,
    next: 'Remove something from your vault, or get more storage on Civitai.',
  };
}

function describeUnsettled(target: 'in' | 'out'): Sentences {
  return {
    what: `It isn’t certain yet whether this version was ${target === 'in' ? 'added' : 'removed'}.`,
    meaning: 'The request went out, but no clear answer came back.',
    next: 'Nothing to do: Vaulted is looking, and will say how it went.',
  };
}

function describeNotDone(target: 'in' | 'out'): Sentences {
  return {
    what: `This version wasn’t ${target === 'in' ? 'added' : 'removed'}.`,
    meaning: `For a while that wasn’t certain. It is now: this version is ${target === 'in' ? 'not' : 'still'} in your vault.`,
    next: target === 'in' ? 'Add it again if you want it.' : 'Ask for the removal again if you still want it.',
  };
}

function describeContradicted(now: 'in' | 'out'): Sentences {
  return {
    what: 'This version was changed somewhere else at the same moment.',
    meaning: now === 'in' ? 'It is in your vault now.' : 'It is not in your vault now.',
    next: now === 'in' ? 'Remove it again if you don’t want it.' : 'Add it again if you want it.',
  };
}

function describeDuplicated({ copies, sizeKb }: Problem & { kind: 'duplicated' }): Sentences {
  const isMeasured = copies !== undefined && sizeKb !== undefined;
  return {
    what: isMeasured
      ? describeCopies(copies, copies * sizeKb, sizeKb)
      : 'Your vault holds this version more than once.',
    meaning: 'Removing it removes every copy.',
    next: 'Vaulted’s own page can keep one.',
  };
}

/** The sentences for a problem, never with a status code. `now` is epoch ms. */
export function describeProblem(problem: Problem, now: number = Date.now()): Sentences {
  switch (problem.kind) {
    case 'not-signed-in':
      return problem.isForgotten ? FORGOTTEN : PLAIN['not-signed-in'];
    case 'over-quota':
      return describeOverQuota(problem.sizeKb, problem.freeKb);
    case 'not-available':
      return describeAddObstacle(problem.obstacle);
    case 'removal-refused':
      return describeRemovalObstacle(problem.obstacle);
    case 'unsettled':
      return describeUnsettled(problem.target);
    case 'not-done':
      return describeNotDone(problem.target);
    case 'contradicted':
      return describeContradicted(problem.now);
    case 'duplicated':
      return describeDuplicated(problem);
    case 'limited':
      return {
        what: 'Civitai asks for a pause.',
        meaning: 'Too many requests came from this connection. What you see of your vault may be out of date.',
        next: `Vaulted can ask again at ${formatMoment(problem.until, now)}.`,
      };
    default:
      return PLAIN[problem.kind];
  }
}

/** All sentences of a problem as running text. `now` is epoch ms. */
export function describeInFull(problem: Problem, now: number): string {
  const { what, meaning, next } = describeProblem(problem, now);
  return `${what} ${meaning} ${next}`;
}

/** What happened and the next step, where the meaning is obvious. `now` is epoch ms. */
export function describeBriefly(problem: Problem, now: number): string {
  const { what, next } = describeProblem(problem, now);
  return `${what} ${next}`;
}
