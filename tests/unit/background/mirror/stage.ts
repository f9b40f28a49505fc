import { vi } from 'vitest';
import { readToken, storeToken } from '@/entrypoints/background/account/token';
import { createMirror } from '@/entrypoints/background/mirror/mirror';
import { readItems } from '@/entrypoints/background/mirror/read-mirror';
import { createVaultStore } from '@/entrypoints/background/storage/vault-store';
import type { Clock } from '@/entrypoints/background/timing/clock';
import { BATCH_MS } from '@/entrypoints/background/timing/gather';
import { createVaultEngine } from '@/entrypoints/background/vault/engine';

import { version } from '@/tests/unit/background/api/ids';
import type { Intent } from '@/utils/messages/protocol';
import { fail } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { SyncStatus } from '@/utils/vault/vault-summary';
import { createSite, item } from './fake-site';

export const MINUTE = 60_000;
const START = 1_800_000_000_000;

/** Time of all workers; it passes where a test says so, and at once where the mirror pauses. */
export function createTime() {
  const sleepers: { until: number; wake: () => void }[] = [];
  const time = {
    passed: 0,
    /** By how much the clock was set, ms. */
    setBy: 0,
    /** Those of the mirror. */
    pauses: [] as number[],
    /** After which the mirror wants the worker to be woken. */
    alarmMs: undefined as number | undefined,
    now: () => START + time.passed + time.setBy,
    /** Wakes the sleepers that have slept long enough, and lets them do what they woke for. */
    async pass(ms: number) {
      time.passed += ms;
      for (const { until, wake } of sleepers) if (until <= time.passed) wake();
      await new Promise(resolve => setTimeout(resolve, 20));
    },
  };
  const sleep = (ms: number): Promise<void> =>
    ms <= BATCH_MS
      ? Promise.resolve()
      : new Promise(wake => {
          sleepers.push({ until: time.passed + ms, wake });
        });
  const worker = (): { engine: Clock; mirror: Clock } => {
    const born = time.passed;
    const base = { now: time.now, elapsed: () => time.passed - born, wakeAfter: () => {} };
    const pause = async (ms: number): Promise<void> => {
      time.pauses.push(ms);
      await time.pass(ms);
    };
    const wakeAfter = (ms: number | undefined) => {
      time.alarmMs = ms;
    };
    return { engine: { ...base, sleep }, mirror: { ...base, sleep: pause, wakeAfter } };
  };
  return Object.assign(time, { worker });
}

type Site = ReturnType<typeof createSite>;
type Time = ReturnType<typeof createTime>;

/** Signs the user in; returns the session. */
export function signIn(key = '0123456789abcdef0123456789abcdef'): Promise<string> {
  return storeToken(key, { membership: 'member', canWrite: true, refused: false });
}

/** One life of the worker, with the real engine on the real database. */
export function startWorker(site: Site, time: Time) {
  const clock = time.worker();
  const announced: VersionFact[] = [];
  const statuses: SyncStatus[] = [];
  const session = async () => {
    const token = await readToken();
    return token && { session: token.session, canWrite: true };
  };
  const world = { apiOf: () => site.api, random: () => 0.5, session };
  const mirror = createMirror({
    ...world,
    clock: clock.mirror,
    recordListed: (...listed) => engine.recordListed(...listed),
    cachedFacts: ids => engine.cachedFacts(ids),
    statusChanged: status => void statuses.push(status),
  });
  const engine = createVaultEngine({
    ...world,
    clock: clock.engine,
    store: createVaultStore(mirror.modelOf),
    availability: { versionAvailability: async () => fail({ kind: 'unexpected' }) },
    usageChanged: () => {},
    onChange: facts => void announced.push(...facts),
  });
  const endSession = vi.fn(() => {
    mirror.end();
    engine.end();
  });
  const sessionNow = async () => (await session())?.session ?? '';
  const submit = async (intent: Omit<Intent & { target: 'in' }, 'session'>) =>
    engine.submit({ ...intent, session: await sessionNow() });
  /** As the router hands an intent on. */
  const add = async (n: number, names: { modelName?: string; versionName?: string } = {}) => {
    const { modelVersionId: versionId, modelId } = item(n);
    mirror.rememberModel({ session: '', versionId, target: 'in', modelId, ...names });
    return submit({ versionId, target: 'in', modelId });
  };
  const remove = async (n: number) => {
    const intent = { versionId: version(10_000 + n), target: 'out', confirmedAt: time.now() } as const;
    const session = await sessionNow();
    const removed = engine.submit({ ...intent, session });
    await engine.changeRemovals(session, [intent.versionId], 'now');
    return removed;
  };
  return { mirror, engine, announced, statuses, endSession, session: sessionNow, submit, add, remove };
}

export type Worker = ReturnType<typeof startWorker>;

/** A worker that has read a vault of `count` items; nothing of that counts as asked. */
export async function synced(count: number) {
  const site = createSite(count);
  const time = createTime();
  const worker = startWorker(site, time);
  await worker.mirror.refreshIfStale();
  site.asked.length = 0;
  return { site, time, worker };
}

/** What the mirror knows of the version of the `n`-th item. */
export async function factOf({ mirror }: Pick<Worker, 'mirror'>, n: number): Promise<VersionFact | undefined> {
  const [fact] = await mirror.byVersions([version(10_000 + n)]);
  return fact;
}

/** The state of that version. */
export const stateOf = async (worker: Pick<Worker, 'mirror'>, n: number) => (await factOf(worker, n))?.state;

/** What the mirror knows of the model of the `n`-th item. */
export const modelOf = async ({ mirror }: Worker, n: number) => (await mirror.byModels([item(n).modelId]))[0];

/** Ids of the mirrored items, lowest first. */
export async function mirrored(): Promise<number[]> {
  return (await readItems()).map(row => row.id);
}

/** Whole numbers from `first` to `last`. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
