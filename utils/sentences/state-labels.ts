import { t } from '@/utils/texts/texts';
import { type Activity, isInVault, stateOfStatus, type VaultState } from '@/utils/vault/membership';

/** The text of a mark: "In vault", "Not in vault", … */
export function statusLabel(state: VaultState): string {
  return t(`state.${state}.status`);
}

/** The short form, beside a name or on a chip: "Stored", "Pending", … */
export function shortLabel(state: VaultState): string {
  return t(`state.${state}.short`);
}

/** The short form of a vault item's `status`; an unknown status is shown as it is. */
export function itemStatusLabel(status: string): string {
  const state = stateOfStatus(status);
  // An unknown status counts as in the vault, but not as stored.
  return state === 'in' && status !== 'Stored' ? status || shortLabel('unknown') : shortLabel(state);
}

/** The button's text without an activity: "In vault", "Add to vault", … */
export function buttonLabel(state: VaultState): string {
  return t(`state.${state}.button`);
}

/** The effect of a click: "Add to vault", "Remove from vault"; empty while a click does nothing. */
export function actionLabel(state: VaultState): string {
  if (state === 'unknown') return '';
  return isInVault(state) ? t('action.remove') : t('action.add');
}

/** A sentence that explains the state, for tooltips and screen readers. */
export function stateMeaning(state: VaultState): string {
  return t(`state.${state}.meaning`);
}

/** The button's text during an activity: "Adding…", "Waiting to remove", … */
export function activityLabel({ target, phase }: Activity): string {
  return phase === 'grace' ? t('activity.undo') : t(`activity.${target}.${phase}`);
}

/** The same where a press takes nothing back: a grace is no offer there. */
export function activityStatus(activity: Activity): string {
  return activity.phase === 'grace' ? t('activity.out.sending') : activityLabel(activity);
}
