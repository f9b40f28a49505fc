import { type Activity, stateOfStatus, type Target, type VaultState } from '@/utils/vault/membership';

/** The words for a version's state; `next` says what a click on its button does, if anything. */
type StateWords = { status: string; button: string; next: string };

const STATES: { readonly [State in VaultState]: StateWords } = {
  in: { status: 'In vault', button: 'In vault', next: 'Remove from vault' },
  pending: { status: 'Waiting to be stored', button: 'In vault, pending', next: 'Remove from vault' },
  failed: { status: 'Could not be stored', button: 'In vault, failed', next: 'Remove from vault' },
  out: { status: 'Not in vault', button: 'Add to vault', next: 'Add to vault' },
  unknown: { status: 'Not known yet', button: 'Not known yet', next: '' },
};

/** Where a word has to do, beside a name or on a chip: "Stored", "Pending", … */
export const SHORT_WORDS: { readonly [State in VaultState]: string } = {
  in: 'Stored',
  pending: 'Pending',
  failed: 'Failed',
  out: 'Not in vault',
  unknown: 'Not known',
};

const MEANINGS: { readonly [State in VaultState]: string } = {
  in: 'Civitai keeps this version for you.',
  pending: 'This version is in your vault. Civitai usually stores it within minutes.',
  failed: 'This version is in your vault and counts against your storage, but Civitai hasn’t managed to store it.',
  out: 'This version is not in your vault.',
  unknown: 'Vaulted doesn’t know yet whether this version is in your vault.',
};

const ACTIVITIES: { readonly [Name in Target]: { readonly [Phase in Activity['phase']]: string } } = {
  in: { waiting: 'Waiting to add', sending: 'Adding…', looking: 'Checking…' },
  out: { waiting: 'Waiting to remove', sending: 'Removing…', looking: 'Checking…' },
};

/** What a mark says: "In vault", "Not in vault", … */
export function statusWords(state: VaultState): string {
  return STATES[state].status;
}

/** The short word for a vault item's `status`; a word that we don't know yet is shown as it is. */
export function itemStatusWords(status: string): string {
  const state = stateOfStatus(status);
  // Whatever isn't known counts as kept, and can't be said to be stored.
  return state === 'in' && status !== 'Stored' ? status || SHORT_WORDS.unknown : SHORT_WORDS[state];
}

/** What a button says while nothing is happening: "In vault", "Add to vault", … */
export function buttonWords(state: VaultState): string {
  return STATES[state].button;
}

/** What a click on the button will do: "Add to vault", "Remove from vault"; empty while a click does nothing. */
export function actionWords(state: VaultState): string {
  return STATES[state].next;
}

/** One sentence on what the state means for the user, for tooltips and screen readers. */
export function stateMeaning(state: VaultState): string {
  return MEANINGS[state];
}

/** What a button says while something is being done: "Adding…", "Waiting to remove", … */
export function activityWords(activity: Activity): string {
  return ACTIVITIES[activity.target][activity.phase];
}
