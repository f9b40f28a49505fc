import { type Activity, stateOfStatus, type Target, type VaultState } from '@/utils/vault/membership';

/** The texts for a version's state; `next` names the effect of a click on its button, if it has one. */
type StateWords = { status: string; button: string; next: string };

const STATES: { readonly [State in VaultState]: StateWords } = {
  in: { status: 'In vault', button: 'In vault', next: 'Remove from vault' },
  pending: { status: 'Waiting to be stored', button: 'In vault, pending', next: 'Remove from vault' },
  failed: { status: 'Could not be stored', button: 'In vault, failed', next: 'Remove from vault' },
  out: { status: 'Not in vault', button: 'Add to vault', next: 'Add to vault' },
  unknown: { status: 'Not known yet', button: 'Not known yet', next: '' },
};

/** The short form, beside a name or on a chip: "Stored", "Pending", … */
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

/** The text of a mark: "In vault", "Not in vault", … */
export function statusWords(state: VaultState): string {
  return STATES[state].status;
}

/** The short form of a vault item's `status`; an unknown status is shown as it is. */
export function itemStatusWords(status: string): string {
  const state = stateOfStatus(status);
  // An unknown status counts as in the vault, but not as stored.
  return state === 'in' && status !== 'Stored' ? status || SHORT_WORDS.unknown : SHORT_WORDS[state];
}

/** The button's text without an activity: "In vault", "Add to vault", … */
export function buttonWords(state: VaultState): string {
  return STATES[state].button;
}

/** The effect of a click: "Add to vault", "Remove from vault"; empty while a click does nothing. */
export function actionWords(state: VaultState): string {
  return STATES[state].next;
}

/** A sentence that explains the state, for tooltips and screen readers. */
export function stateMeaning(state: VaultState): string {
  return MEANINGS[state];
}

/** The button's text during an activity: "Adding…", "Waiting to remove", … */
export function activityWords(activity: Activity): string {
  return ACTIVITIES[activity.target][activity.phase];
}
