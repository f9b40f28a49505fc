import type { Problem, ProblemKind } from '@/utils/problem';
import { formatKb, formatMoment } from './format';
import { describeAddObstacle, describeRemovalObstacle } from './obstacle-sentences';

/** What happened, what it means for the vault, and what the user can do now. Each is one short sentence or two. */
export type Sentences = { what: string; meaning: string; next: string };

/** The kinds whose sentences depend on more than the kind. */
type Detailed =
  | 'over-quota'
  | 'not-available'
  | 'removal-refused'
  | 'limited'
  | 'unsettled'
  | 'not-done'
  | 'contradicted';

const PLAIN: { readonly [Kind in Exclude<ProblemKind, Detailed>]: Sentences } = {
  'not-signed-in': {
    what: 'Vaulted isn’t connected to your account.',
    meaning: 'It can’t see what is in your vault.',
    next: 'Connect it with an API key from Civitai.',
  },
  'other-session': {
    what: 'Vaulted has been connected anew since.',
    meaning: 'This was meant for the vault that you saw before, so nothing was changed.',
    next: 'Look again, and repeat it if you still want it.',
  },
  'key-refused': {
    what: 'Civitai no longer accepts your API key.',
    meaning: 'It was probably deleted on Civitai. Your vault hasn’t changed.',
    next: 'Create a new key on Civitai and connect Vaulted with it.',
  },
  'read-only-key': {
    what: 'Your API key can look, but not change anything.',
    meaning: 'Vaulted shows what is in your vault, but can’t add or remove.',
    next: 'Create a key with Vault\u00a0→\u00a0Write ticked, and connect with that one.',
  },
  'no-vault': {
    what: 'This account has no vault yet.',
    meaning: 'A vault comes with a paid Civitai membership. Nothing can be added without one.',
    next: 'Become a member on Civitai to get one.',
  },
  lapsed: {
    what: 'Your Civitai membership has ended.',
    meaning: 'What is in your vault is still listed, but nothing can be added.',
    next: 'Renew your membership on Civitai to add models again.',
  },
  offline: {
    what: 'Civitai can’t be reached.',
    meaning: 'Your vault hasn’t changed, but what you see may be out of date.',
    next: 'Check your connection and try again.',
  },
  'timed-out': {
    what: 'Civitai took too long to answer.',
    meaning: 'What you see of your vault may be out of date.',
    next: 'Try again in a moment.',
  },
  blocked: {
    what: 'Civitai turned this request away.',
    meaning: 'Its protection against bots may have stepped in. Your vault hasn’t changed.',
    next: 'Open Civitai in a tab, pass its check if there is one, and try again.',
  },
  'region-blocked': {
    what: 'Civitai isn’t available in your region.',
    meaning: 'Your vault can’t be reached from here.',
    next: 'Civitai’s own page says which regions this concerns.',
  },
  'site-error': {
    what: 'Civitai has a problem right now.',
    meaning: 'What you see of your vault may be out of date.',
    next: 'Try again in a few minutes.',
  },
  unreadable: {
    what: 'Civitai’s answer couldn’t be read.',
    meaning: 'It may be under maintenance. What you see of your vault may be out of date.',
    next: 'Try again in a few minutes.',
  },
  'just-changed': {
    what: 'This version was changed a moment ago.',
    meaning: 'Civitai needs about 15 seconds until it has taken that in everywhere.',
    next: 'Nothing to do: Vaulted goes on by itself.',
  },
  'removal-expired': {
    what: 'The removal couldn’t be sent in time.',
    meaning: 'Nothing was removed, your vault hasn’t changed.',
    next: 'Ask for the removal again if you still want it.',
  },
  duplicated: {
    what: 'Your vault holds this version more than once.',
    meaning: 'Removing it would remove every copy, and each copy uses storage.',
    next: 'Tidy it up on your vault page on Civitai.',
  },
  'host-not-granted': {
    what: 'Your browser doesn’t let Vaulted use Civitai.',
    meaning: 'Without that it can neither see your vault nor show it on the pages.',
    next: 'Allow access to civitai.com and civitai.red.',
  },
  unexpected: {
    what: 'Something went wrong in Vaulted.',
    meaning: 'What you see of your vault may be out of date.',
    next: 'Try again. If that doesn’t help, reload the page or restart your browser.',
  },
};

const FORGOTTEN: Sentences = {
  what: 'Vaulted has forgotten your key, as you asked.',
  meaning: 'You wanted it kept only until the browser closes. Your vault on Civitai hasn’t changed.',
  next: 'Connect again with a key to see it here.',
};

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

/** The sentences for a problem. Never a status code. `now` is epoch ms. */
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

/** All that there is to say of a problem, as running text. `now` is epoch ms. */
export function describeInFull(problem: Problem, now: number): string {
  const { what, meaning, next } = describeProblem(problem, now);
  return `${what} ${meaning} ${next}`;
}

/** What happened and what can be done, where what it means is plain to see. `now` is epoch ms. */
export function describeBriefly(problem: Problem, now: number): string {
  const { what, next } = describeProblem(problem, now);
  return `${what} ${next}`;
}
