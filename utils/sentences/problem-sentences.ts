import type { ProblemKind } from '@/utils/problem';

/** What happened, what it means for the vault, and what the user can do next: one or two short sentences each. */
export type Sentences = { what: string; meaning: string; next: string };

/** The kinds whose sentences need more than the kind. */
type Detailed =
  | 'over-quota'
  | 'not-available'
  | 'removal-refused'
  | 'limited'
  | 'duplicated'
  | 'unsettled'
  | 'not-done'
  | 'contradicted';

/** The sentences of each kind that needs nothing else. */
export const PLAIN: { readonly [Kind in Exclude<ProblemKind, Detailed>]: Sentences } = {
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

/** The sentences after a key that was stored only until the browser closed. */
export const FORGOTTEN: Sentences = {
  what: 'Vaulted has forgotten your key, as you asked.',
  meaning: 'You wanted it kept only until the browser closes. Your vault on Civitai hasn’t changed.',
  next: 'Connect again with a key to see it here.',
};
