import { GRACE_MS, LIST_GRACE_MS, UNDO_ARRIVES_MS } from '@/entrypoints/background/vault/constants';
import type { Intent } from '@/utils/messages/protocol';
import type { Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';

/** An intent that has just come from a page; `resolve` hears what comes of it. */
export type Arrival = { intent: Intent; now: number; elapsed: number; resolve(result: Result<VersionFact>): void };

/** True for a removal after which the version is to be added again. */
export function isReAdd(intent: Intent): boolean {
  return intent.target === 'out' && intent.addAgain === true;
}

/** When the user confirmed a removal, epoch ms. */
export function confirmationOf(intent: Intent): number | undefined {
  return intent.target === 'out' ? intent.confirmedAt : undefined;
}

/** `elapsed()` at which a removal's grace ends. It begins when the worker hears of it: a page can't shorten it. */
export function graceEndOf({ intent, elapsed }: Pick<Arrival, 'intent' | 'elapsed'>): number {
  if (intent.target === 'in' || isReAdd(intent)) return 0;
  return elapsed + (intent.isOfList ? LIST_GRACE_MS : GRACE_MS) + UNDO_ARRIVES_MS;
}

/** `elapsed()` of a confirmation that was dated by the clock. */
export function elapsedAtConfirmation({ intent, now, elapsed }: Pick<Arrival, 'intent' | 'now' | 'elapsed'>): number {
  return elapsed - Math.max(0, now - (confirmationOf(intent) ?? now));
}
