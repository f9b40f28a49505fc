import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSwaps } from '@/entrypoints/background/removal/swap';
import { model, version } from '@/tests/unit/background/api/ids';
import { item } from '@/tests/unit/background/mirror/fake-site';
import type { VersionId } from '@/utils/civitai/ids';
import type { Intent } from '@/utils/messages/protocol';
import { fail, ok, type Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';

const START = 1_800_000_000_000;
const [OLD, NEW] = [version(1), version(2)];
const ASKED = {
  ...{ session: 's', versionId: OLD, modelId: model(5), newerId: NEW, newerName: 'v2', modelName: 'Model' },
  confirmedAt: START,
};

/** Steps that may fail, each in the way that a case names. */
type Trouble = {
  add?: Result<VersionFact>;
  addTakesMs?: number;
  isNewSeen?: boolean;
  /** For each time that its cooldown is waited for, whether it had to be. */
  coolings?: boolean[];
  checkFails?: boolean;
  putBack?: 'everyone' | 'gone';
  remove?: Result<VersionFact>;
  isSignedOut?: boolean;
  setClockBackMs?: number;
  hangsAt?: string;
};

type Inside = { time: { passed: number; setBy: number }; sent: string[]; stop(at: string): Promise<void> };
function createSubmit(trouble: Trouble, { time, sent, stop }: Inside) {
  return vi.fn(async (intent: Intent): Promise<Result<VersionFact>> => {
    await stop(intent.target);
    sent.push(`${intent.target} ${intent.versionId}`);
    if (intent.target === 'out') return trouble.remove ?? ok({ versionId: OLD, state: 'out' as const, asOf: 1 });
    time.passed += trouble.addTakesMs ?? 1_000;
    time.setBy -= trouble.setClockBackMs ?? 0;
    return trouble.add ?? ok({ versionId: NEW, state: 'pending' as const, asOf: 1 });
  });
}

function createEngine(trouble: Trouble, { stop }: Inside) {
  return {
    cachedFacts: async (): Promise<VersionFact[]> => [{ versionId: OLD, state: 'in', asOf: 1 }],
    untilCooledDown: () => stop('cooldown').then(() => trouble.coolings?.shift() ?? false),
  };
}

async function check(trouble: Trouble, [id = OLD]: readonly VersionId[], { time, sent, stop }: Inside) {
  if (id === OLD) return { ok: true, value: new Map([[OLD, item(1, { modelVersionId: OLD })]]) } as const;
  sent.push(`check at ${time.passed}`);
  await stop('check');
  if (trouble.checkFails) return { ok: false, sent: 'answered', problem: { kind: 'site-error' } } as const;
  const seen = (trouble.isNewSeen ?? true) ? item(2, { modelVersionId: NEW }) : null;
  return { ok: true, value: new Map([[NEW, seen]]) } as const;
}

function createStage(trouble: Trouble = {}) {
  const time = { passed: 0, setBy: 0 };
  const sent: string[] = [];
  const swaps = new Map<number, unknown>();
  const stop = async (at: string): Promise<void> => {
    if (trouble.hangsAt === at) await new Promise(() => {});
  };
  const submit = createSubmit(trouble, { time, sent, stop });
  const snapshot = {
    ...{ canWrite: true, membership: 'member' as const, tier: 'gold', isOwnerFresh: true, session: 's', keyTail: '1' },
    ...{ quota: { usedKb: 0, totalKb: 1e6, updatedAt: '' }, asOf: START },
  };
  const availability = async () => {
    await stop('look-up');
    return ok({ versionId: OLD, availability: trouble.putBack ?? ('everyone' as const), sizeKb: 100 });
  };
  const { swap } = createSwaps({
    account: { refresh: async () => ok({ ...snapshot, itemCount: 1 }) },
    availability: { freshAvailability: availability },
    apiOf: () => ({ check: ids => check(trouble, ids, { time, sent, stop }) }),
    engine: createEngine(trouble, { time, sent, stop }),
    countCopies: async () => 1,
    history: { submit },
    radar: {
      beginSwap: async (_, begun) => {
        if (trouble.isSignedOut) return undefined;
        swaps.set(begun.versionId, begun);
        return { askedAt: 0, modelsAtOnce: 1, absences: [], suspects: [], newer: [], controls: {}, swaps: [] };
      },
      endSwap: async versionId => void swaps.delete(versionId),
    },
    rememberModel: () => {},
    clock: {
      elapsed: () => time.passed,
      sleep: async ms => {
        time.passed += Math.max(0, ms);
      },
    },
    now: () => START + time.passed + time.setBy,
  });
  return { swap: () => swap(ASKED, 'vault-page'), sent, isOpen: () => swaps.has(OLD), time };
}

const problem = fail({ kind: 'site-error' });
beforeEach(() => vi.restoreAllMocks());

describe('a swap', () => {
  it('adds the new version, looks later than the lag allowance, and then removes the old one', async () => {
    const stage = createStage();
    expect(await stage.swap()).toEqual({ kind: 'swapped' });
    expect(stage.sent).toEqual(['in 2', 'check at 16000', 'out 1']);
    expect(stage.isOpen()).toBe(false);
  });

  it.each<[string, Trouble, boolean]>([
    ['the new one is refused', { add: problem }, false],
    ['the new one did not get in', { add: ok({ versionId: NEW, state: 'out', asOf: 1 }) }, false],
    ['the check does not show it', { isNewSeen: false }, true],
    ['it was toggled elsewhere just before the check', { coolings: [false, true] }, true],
    ['the check fails', { checkFails: true }, true],
    ['the old one could not be put back', { putBack: 'gone' }, true],
    ['a minute has passed', { addTakesMs: 46_000 }, true],
    ['the clock was set back to before that', { setClockBackMs: 3_600_000 }, true],
    ['a minute has passed, whatever the clock says', { addTakesMs: 46_000, setClockBackMs: 30_000 }, true],
    ['the account has gone before', { isSignedOut: true }, false],
  ])('keeps the old one where %s', async (_, trouble, isIn) => {
    const stage = createStage(trouble);
    expect(await stage.swap()).toMatchObject({ kind: 'kept', isIn });
    expect(stage.sent.filter(each => each.startsWith('out'))).toEqual([]);
    expect(stage.isOpen()).toBe(isIn);
  });

  it('says so where the removal fails or the session is over, and asks later', async () => {
    for (const remove of [problem, fail({ kind: 'other-session' }), fail({ kind: 'not-signed-in' })]) {
      const stage = createStage({ remove });
      expect(await stage.swap()).toMatchObject({ kind: 'kept', isIn: true, problem: remove.problem });
      expect(stage.isOpen()).toBe(true);
    }
  });

  it.each(['in', 'cooldown', 'check', 'look-up', 'out'])(
    'of a worker that is killed at "%s" is an open question, and nothing is removed',
    async hangsAt => {
      const stage = createStage({ hangsAt });
      const ended = await Promise.race([stage.swap(), new Promise(resolve => setTimeout(() => resolve('killed'), 30))]);
      expect(ended).toBe('killed');
      expect(stage.sent.filter(each => each.startsWith('out'))).toEqual([]);
      expect(stage.isOpen()).toBe(true);
    },
  );
});
