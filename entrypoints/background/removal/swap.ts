import type { History } from '@/entrypoints/background/history/history';
import type { Radar } from '@/entrypoints/background/radar/radar';
import type { Clock } from '@/entrypoints/background/timing/clock';
import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import { REMOVAL_VALID_MS } from '@/entrypoints/background/vault/constants';
import type { Intent } from '@/utils/messages/protocol';
import type { SwapAsked, SwapOutcome } from '@/utils/messages/radar';
import type { HistoryPlace } from '@/utils/vault/history';
import { isInVault } from '@/utils/vault/membership';
import { lookUpPutBack, type PutBackParts } from './look-up-put-back';

export type SwapParts = PutBackParts & {
  history: Pick<History, 'submit'>;
  radar: Pick<Radar, 'beginSwap' | 'endSwap'>;
  rememberModel(intent: Intent): void;
  /** `elapsed` counts in this worker's life alone. */
  clock: Pick<Clock, 'elapsed' | 'sleep'>;
};

export type Swaps = ReturnType<typeof createSwaps>;

/** "Add the new one, then remove the old": two ordinary intents, the second only where nothing of the first is in doubt. */
export function createSwaps(parts: SwapParts) {
  return {
    /**
     * The old version goes only if a check later than the lag allowance shows the new one, and the old one could be put back. Otherwise,
     * in another worker's life, or a minute after the confirmation, it stays.
     */
    async swap(asked: SwapAsked, place: HistoryPlace): Promise<SwapOutcome> {
      const deadline = parts.clock.elapsed() + REMOVAL_VALID_MS - Math.max(0, parts.now() - asked.confirmedAt);
      const { session, versionId, newerId, newerName } = asked;
      // Written down first: where the worker ends before the second half, the user is asked later.
      if (!(await parts.radar.beginSwap(session, { versionId, newerId, newerName }))) return kept(false);
      const outcome = await carryOut(parts, asked, place, deadline);
      if (outcome.kind === 'swapped' || !outcome.isIn) await parts.radar.endSwap(versionId);
      return outcome;
    },
  };
}

const kept = (isIn: boolean): SwapOutcome => ({ kind: 'kept', isIn });

async function carryOut(
  parts: SwapParts,
  { session, versionId, modelId, newerId, modelName, newerName, confirmedAt }: SwapAsked,
  place: HistoryPlace,
  deadline: number,
): Promise<SwapOutcome> {
  const add: Intent = { session, versionId: newerId, target: 'in', modelId, modelName, versionName: newerName };
  parts.rememberModel(add);
  const added = await parts.history.submit(add, place);
  if (!added.ok) return { kind: 'kept', isIn: false, problem: added.problem };
  if (!isInVault(added.value.state)) return kept(false);
  const addedAt = parts.clock.elapsed();
  await parts.clock.sleep(addedAt + LAG_ALLOWANCE_MS - parts.clock.elapsed(), new AbortController().signal);
  await parts.engine.untilCooledDown(newerId);
  // What the engine knows is no look: the addition's own answer stands against checks for minutes.
  const checked = await parts.apiOf(session).check([newerId]);
  if (!checked.ok || !checked.value.get(newerId)) return kept(true);
  // The site's own button was pressed just before: that check may not show it.
  if (await parts.engine.untilCooledDown(newerId)) return kept(true);
  const putBack = await lookUpPutBack(parts, session, versionId);
  // A clock that was set back to before the confirmation can't tell for how long the computer slept since.
  const isUnknown = parts.now() < confirmedAt;
  if (!putBack.can || isUnknown || parts.clock.elapsed() >= deadline) return kept(true);
  // It may have been set back less far: the confirmation gets no younger.
  const latest = parts.now() - REMOVAL_VALID_MS + deadline - parts.clock.elapsed();
  const removal = { session, versionId, modelId, target: 'out', confirmedAt: Math.min(confirmedAt, latest) } as const;
  const removed = await parts.history.submit(removal, place);
  if (!removed.ok) return { kind: 'kept', isIn: true, problem: removed.problem };
  return removed.value.state === 'out' ? { kind: 'swapped' } : kept(true);
}
