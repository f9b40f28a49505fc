import { createSwaps, type SwapParts } from '@/entrypoints/background/removal/swap';
import { itemOf } from '@/tests/property/items';
import type { SwapRecord } from '@/tests/property/oracle/records';
import { type Action, VERSIONS } from '@/tests/property/scenario';
import { asVersion } from '@/tests/property/versions';
import { fail, ok } from '@/utils/problem';
import { isInVault } from '@/utils/vault/membership';
import type { Life } from './lives';
import type { World } from './world';

/** "Add the new one, then remove the old": the other version takes the place of this one. */
export function beginSwap(world: World, action: Action & { do: 'swap' }): void {
  const { laptop, lives, oracle, signIns } = world;
  const worker = lives.worker();
  const newer = VERSIONS.find(version => version !== action.version);
  // What is removed there comes back.
  if (!worker.alive || newer === undefined || world.scenario.isAgain) return;
  const session = signIns.shownOn(false);
  const record = oracle.recordSwap({ old: action.version, newer, session });
  const { modelId } = itemOf(asVersion(newer));
  const asked = {
    ...{ session, modelId, versionId: asVersion(action.version), newerId: asVersion(newer) },
    ...{ modelName: 'm', newerName: 'v', confirmedAt: laptop.wall() - action.confirmedAgo },
  };
  const swaps = createSwaps(partsOf(world, worker, action, record));
  void swaps.swap(asked, 'vault-page').then(outcome => worker.alive && oracle.judgeSwap(record, outcome));
}

function partsOf(world: World, worker: Life, action: Action & { do: 'swap' }, record: SwapRecord): SwapParts {
  const { laptop } = world;
  const { parts, engine } = worker;
  return {
    ...createLookUps(world, action),
    apiOf: of => ({
      check(ids) {
        if (ids.includes(asVersion(record.newer))) record.lookedAt = world.time.now();
        world.oracle.recordLook(ids);
        return parts.apiOf(of).check(ids);
      },
    }),
    engine,
    countCopies: async () => 1,
    history: { submit: createSubmit(world, worker, action, record) },
    radar: createQuestions(world, worker),
    rememberModel: () => undefined,
    clock: parts.clock,
    now: laptop.wall,
  };
}

/** Both halves are intents like any other. */
function createSubmit(
  { oracle, signIns, time }: World,
  worker: Life,
  { confirmedAgo }: Action & { do: 'swap' },
  record: SwapRecord,
): SwapParts['history']['submit'] {
  const confirmedAt = time.now() - confirmedAgo;
  return async intent => {
    const { versionId: version, target } = intent;
    const intended = { version, target, confirmedAt, isAgain: false, swap: record };
    const recorded = oracle.recordIntent(intended, { shown: intent.session, now: signIns.session() });
    const result = await worker.engine.submit(intent);
    if (worker.alive) oracle.judgeResult(recorded, result);
    if (target === 'in' && result.ok && isInVault(result.value.state)) record.addedAt = time.now();
    return result;
  };
}

/** Whether the old one could be put back, as the site says it. */
function createLookUps(
  { laptop }: World,
  { putBack }: Action & { do: 'swap' },
): Pick<SwapParts, 'account' | 'availability'> {
  const snapshot = {
    ...{ canWrite: true, membership: 'member' as const, tier: 'gold', isOwnerFresh: true, session: '', keyTail: '1' },
    ...{ quota: { usedKb: 0, totalKb: 1e6, updatedAt: '' }, itemCount: 1 },
  };
  return {
    account: { refresh: async () => ok({ ...snapshot, asOf: laptop.wall() }) },
    availability: {
      freshAvailability: async versionId =>
        putBack === 'offline' ? fail({ kind: 'offline' }) : ok({ versionId, availability: putBack, sizeKb: 1 }),
    },
  };
}

/** What the user is asked later about swaps that did not end. */
function createQuestions({ signIns, openSwaps, laptop }: World, worker: Life): SwapParts['radar'] {
  const write = (change: () => void) =>
    new Promise<void>(resolve =>
      laptop.locally(1, () => {
        change();
        if (worker.alive) resolve();
      }),
    );
  return {
    async beginSwap(of, { versionId }) {
      if ((await worker.parts.session())?.session !== of) return undefined;
      await write(() => signIns.session() === of && openSwaps.add(versionId));
      return { askedAt: 0, modelsAtOnce: 1, absences: [], suspects: [], newer: [], controls: {}, swaps: [] };
    },
    endSwap: versionId => write(() => void openSwaps.delete(versionId)),
  };
}
