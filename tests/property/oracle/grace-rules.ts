import { GRACE_MS } from './promised-times';
import type { IntentRecord, Records } from './records';

/** What the user does about removals that were not sent yet. */
export function createGraceRules(records: Records) {
  const { demand } = records;
  return {
    /** The user wants the removals of the version sent at once. */
    recordHaste(version: number): void {
      for (const intent of waitingRemovals(records, version)) intent.hastened = true;
    },

    /** Returns what hears whether the worker could do it. */
    expectChange(version: number, how: 'undo' | 'now' | 'still'): (isDone: boolean) => void {
      // An undo also takes back what an earlier worker has left.
      const waiting =
        how === 'undo'
          ? openRemovals(records, version).filter(({ isAgain }) => !isAgain)
          : waitingRemovals(records, version);
      const askedAt = records.now();
      if (how === 'undo') for (const intent of waiting) intent.undoAsked = true;
      const newest = sinceAddition(records, version).filter(intent => waiting.includes(intent));
      return isDone => {
        if (how === 'now' || !isDone) return;
        for (const intent of waiting) {
          if (how === 'still') intent.confirmedAt = Math.max(intent.confirmedAt, askedAt);
          else intent.undone = true;
        }
        const mine = newest.filter(({ life }) => life === records.life);
        const isSent = how === 'undo' && mine.some(({ attempts }) => attempts.some(({ meant }) => meant === 'out'));
        demand(!isSent, 'said to be taken back, though it had been sent');
      };
    },
  };
}

/** What was intended of the version after its last addition: an addition takes the place of the removals before it. */
function sinceAddition({ intents }: Records, version: number): IntentRecord[] {
  const of = intents.filter(intent => intent.version === version);
  return of.slice(of.findLastIndex(({ target }) => target === 'in') + 1);
}

/** When an item may be missing: its removal was confirmed to this very worker, not taken back, and its grace is over. */
export function isDue(records: Records, version: number): boolean {
  return waitingRemovals(records, version).some(
    ({ isAgain, hastened, awakeAt }) => isAgain || hastened || records.awake() - awakeAt >= GRACE_MS,
  );
}

/** Removals that are still open, as this worker has heard of them. */
export function waitingRemovals(records: Records, version: number): IntentRecord[] {
  return openRemovals(records, version).filter(({ life }) => life === records.life);
}

/** Removals that are still open, of any worker. */
function openRemovals({ intents }: Records, version: number): IntentRecord[] {
  return intents.filter(
    ({ version: of, target, lost, settled, undone }) =>
      of === version && target === 'out' && !lost && !settled && !undone,
  );
}
