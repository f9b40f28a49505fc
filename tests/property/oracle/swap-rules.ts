import type { SwapOutcome } from '@/utils/messages/radar';
import { ALLOWANCE_MS } from './promised-times';
import type { IntentRecord, Records, SwapRecord } from './records';
import { keptNow, othersTouched, wasSo } from './truth';

/** "Add the new one, then remove the old": when the old one may go, and what may be said of it. */
export function createSwapRules(records: Records) {
  const { swaps, demand } = records;
  return {
    recordSwap(asked: Pick<SwapRecord, 'old' | 'newer' | 'session'>): SwapRecord {
      const swap = { ...asked, at: records.now(), life: records.life, addedAt: undefined, lookedAt: undefined };
      swaps.push(swap);
      return swap;
    },

    judgeSwap(swap: SwapRecord, outcome: SwapOutcome): void {
      const { old, newer } = swap;
      swap.outcome = outcome.kind;
      if (isCalm(records)) demand(outcome.kind === 'swapped', 'a swap failed for no reason');
      if (outcome.kind === 'swapped') {
        demand(
          isTouched(records, swap, old) || keptNow(records, old) === 'out',
          'said to be swapped, but the old one stayed',
        );
        demand(
          isTouched(records, swap, newer) || keptNow(records, newer) === 'in',
          'said to be swapped without the new one',
        );
        return;
      }
      // A removal without an answer may have been done: that is said.
      if (outcome.problem) return;
      const isOut = keptNow(records, old) === 'out' && records.server.rowsAt(old, swap.at).length > 0;
      demand(!isOut || isTouched(records, swap, old), 'said to be kept, but the old one is gone');
    },

    /** Long after the last event: where both may be in the vault, the user is asked. */
    demandAsked(isOpen: (swap: SwapRecord) => boolean): void {
      for (const swap of swaps) {
        const { old, newer, addedAt } = swap;
        const isHalf = addedAt !== undefined && [old, newer].every(version => keptNow(records, version) === 'in');
        const isOthers =
          records.signedOutAt >= swap.at || [old, newer].some(version => isTouched(records, swap, version));
        demand(!isHalf || isOthers || isOpen(swap), 'a swap was left half done, and the user is not asked');
      }
    },
  };
}

/** The removals of a swap may leave only after a look at the new one that no lag can have deceived. */
export function demandNewerShown(records: Records, removals: readonly IntentRecord[]): void {
  const { demand } = records;
  if (removals.length === 0 || removals.some(({ swap }) => !swap)) return;
  const isShown = removals.some(({ swap }) => {
    const { addedAt, lookedAt, newer } = swap ?? {};
    if (addedAt === undefined || lookedAt === undefined || newer === undefined) return false;
    const longestLag = Math.max(0, ...records.scenario.lags);
    return lookedAt - addedAt >= ALLOWANCE_MS && wasSo(records, newer, 'in', lookedAt - longestLag);
  });
  demand(isShown, 'a swap sent the removal without a true look at the new one');
}

/** Another device, the browser or the user had a hand in the version. */
function isTouched(records: Records, swap: SwapRecord, version: number): boolean {
  const isOwn = records.intents.some(
    intent => intent.version === version && intent.swap !== swap && intent.at > swap.at - LOOK_BACK_MS,
  );
  return isOwn || othersTouched(records, version, swap.at - LOOK_BACK_MS);
}

/** What was asked for earlier may still be on its way. */
const LOOK_BACK_MS = 10 * 60_000;

/** One swap of a version that is there, and nothing else. */
function isCalm({ scenario }: Records): boolean {
  const { actions, initial, attempts, repeats, checks, quotas, kills, lags } = scenario;
  const [action] = actions;
  const isAlone = actions.length === 1 && action?.do === 'swap' && action.putBack === 'everyone';
  const fates = [...attempts, ...repeats, ...checks, ...quotas, ...kills];
  return (
    isAlone &&
    action.confirmedAgo === 0 &&
    initial.includes(action.version) &&
    fates.length === 0 &&
    lags.every(lag => lag <= 10_000)
  );
}
