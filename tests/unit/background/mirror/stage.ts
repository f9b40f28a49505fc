import { vi } from 'vitest';
import { readToken, storeToken } from '@/entrypoints/background/account/token';
import type { ApiResult } from '@/entrypoints/background/api/result';
import type { ListParams, VaultPage } from '@/entrypoints/background/api/vault-api';
import { createMirror } from '@/entrypoints/background/mirror/mirror';
import { readItems } from '@/entrypoints/background/mirror/read-mirror';
import { createVaultStore } from '@/entrypoints/background/storage/vault-store';
import type { Clock } from '@/entrypoints/background/timing/clock';
import { BATCH_MS } from '@/entrypoints/background/vault/constants';
import { createVaultEngine } from '@/entrypoints/background/vault/engine';

import { model, version } from '@/tests/unit/background/api/ids';
import type { Intent } from '@/utils/messages/protocol';
import { fail, type Problem } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { VaultItem } from '@/utils/vault/vault-item';
import type { SyncStatus } from '@/utils/vault/vault-summary';

export const MINUTE = 60_000;
const START = 1_800_000_000_000;

/** The vault's `n`-th item; two versions of a model stand side by side. */
export function item(n: number, changes: Partial<VaultItem> = {}): VaultItem {
  return {
    id: n,
    status: 'Stored',
    modelVersionId: version(10_000 + n),
    modelId: model(1_000 + Math.floor(n / 2)),
    modelName: `Model ${n}`,
    versionName: 'v1',
    creatorName: 'ada',
    type: 'LORA',
    baseModel: 'SDXL 1.0',
    category: '',
    modelSizeKb: 100,
    detailsSizeKb: 2,
    imagesSizeKb: 3,
    failures: 0,
    files: [],
    ...changes,
  };
}

/** What a request for the list meets, by its number from 1: a failure, or something that happens just before the answer is made. */
type Interference = (page: number) => Problem | Promise<unknown> | undefined;

/** The site's side: rows newest first, and a list that can lag behind them. */
export function createSite(count: number) {
  const site = {
    rows: Array.from({ length: count }, (_, index) => item(count - index)),
    /** What the list and checks show instead of the rows, like a replica that lags. */
    replica: undefined as VaultItem[] | undefined,
    asked: [] as number[],
    checks: 0,
    interfere: undefined as Interference | undefined,
    /** Somebody else adds the item on top, or removes the version. */
    add: (added: VaultItem) => void site.rows.unshift(added),
    remove: (n: number) => {
      site.rows = site.rows.filter(row => row.modelVersionId !== 10_000 + n);
    },
    freeze: () => {
      site.replica = [...site.rows];
    },
  };
  const shown = () => site.replica ?? site.rows;
  const api = {
    async list({ limit = 60, page = 1 }: ListParams): Promise<ApiResult<VaultPage>> {
      site.asked.push(page);
      const problem = await site.interfere?.(page);
      if (problem) return { ...fail(readProblem(problem)), sent: 'answered' };
      const items = shown().slice((page - 1) * limit, page * limit);
      const totalPages = Math.max(1, Math.ceil(shown().length / limit));
      const totalItems = shown().length;
      return structuredClone({
        ok: true,
        value: { items, totalItems, currentPage: page, pageSize: limit, totalPages },
      });
    },
    async check(ids: readonly number[]): Promise<ApiResult<Map<VaultItem['modelVersionId'], VaultItem | null>>> {
      site.checks += 1;
      const find = (id: number) => shown().find(row => row.modelVersionId === id) ?? null;
      return { ok: true, value: new Map(ids.map(id => [version(id), find(id)])) };
    },
    async toggle(id: number): Promise<ApiResult<{ now: 'in'; itemId: number } | { now: 'out' }>> {
      const n = id - 10_000;
      if (site.rows.some(row => row.modelVersionId === id)) {
        site.remove(n);
        return { ok: true, value: { now: 'out' } };
      }
      site.add(item(n, { status: 'Pending' }));
      return { ok: true, value: { now: 'in', itemId: n } };
    },
    vault: async () => ({
      ok: true as const,
      value: { userId: 1, storageKb: 1e9, usedStorageKb: site.rows.length * 105, updatedAt: '' },
    }),
  };
  return Object.assign(site, { api });
}

function readProblem(value: unknown): Problem {
  if (typeof value === 'object' && value !== null && 'kind' in value) return value as Problem;
  throw new Error('an interference is a problem, a promise of nothing, or nothing');
}

/** Time of all workers; it passes where somebody says so, and at once where the mirror pauses. */
export function createTime() {
  const sleepers: { until: number; wake: () => void }[] = [];
  const time = {
    passed: 0,
    /** Those of the mirror. */
    pauses: [] as number[],
    /** After which the mirror wants the worker to be woken. */
    alarmMs: undefined as number | undefined,
    now: () => START + time.passed,
    /** Wakes whoever has slept long enough, and lets them do what they woke for. */
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

export type Site = ReturnType<typeof createSite>;
export type Time = ReturnType<typeof createTime>;

/** Signs in somebody; returns the session. */
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
    recordListed: (listed, askedAt) => engine.recordListed(listed, askedAt),
    cachedFacts: ids => engine.cachedFacts(ids),
    statusChanged: status => void statuses.push(status),
  });
  const engine = createVaultEngine({
    ...world,
    clock: clock.engine,
    store: createVaultStore(mirror.modelOf),
    availability: { versionAvailability: async () => fail({ kind: 'unexpected' }) },
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
  const add = async (n: number) => {
    const { modelVersionId: versionId, modelId } = item(n);
    mirror.rememberModel({ session: '', versionId, target: 'in', modelId });
    return submit({ versionId, target: 'in', modelId });
  };
  const remove = async (n: number) => {
    const intent = { versionId: version(10_000 + n), target: 'out', confirmedAt: time.now() } as const;
    return engine.submit({ ...intent, session: await sessionNow() });
  };
  return { mirror, engine, announced, statuses, endSession, session: sessionNow, submit, add, remove };
}

/** Ids of the mirrored items, lowest first. */
export async function mirrored(): Promise<number[]> {
  return (await readItems()).map(row => row.id);
}

/** Whole numbers from `first` to `last`. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
