import type { ApiFailure, ApiResult } from '@/entrypoints/background/api/result';
import type { Vault } from '@/entrypoints/background/api/vault-api';
import { createVaultEngine } from '@/entrypoints/background/vault/engine';
import type { EngineApi, Session } from '@/entrypoints/background/vault/ports';
import { itemOf } from '@/tests/property/items';
import { createMemoryStore } from '@/tests/property/memory-store';
import { asVersion } from '@/tests/property/versions';
import { createVirtualTime } from '@/tests/property/virtual-time';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem, Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { VaultItem } from '@/utils/vault/vault-item';
import type { VersionAvailability } from '@/utils/vault/version-availability';

type Toggled = { now: 'in'; itemId: number } | { now: 'out' };
type Later<T> = T | { after: number; answer: T };

export const V = asVersion(7);
export const W = asVersion(8);

export function failure(problem: Problem, more: Partial<ApiFailure> = {}): ApiFailure {
  return { ok: false, problem, sent: 'maybe', ...more };
}

/** What an intent came to, as a list that is empty while nobody knows. */
export type Outcome = Result<VersionFact>[];

/**
 * The engine in a world that says exactly what a test tells it to: `checks`, `toggles` and `quotas` are what the next requests are
 * answered, one after the other; when there are none left, checks and quotas answer from `kept` and `usedKb`.
 */
export function createRig() {
  const time = createVirtualTime();
  const world = {
    session: { session: 'one', canWrite: true } as Session | undefined,
    kept: new Set<VersionId>(),
    usedKb: 5_000,
    storageKb: 1_000_000,
    offer: {
      ok: true,
      value: { versionId: V, availability: 'everyone', sizeKb: 1_000 },
    } as Result<VersionAvailability>,
    offerAfterMs: 5,
    leftOut: undefined as VersionId | undefined,
    checks: [] as Later<ApiFailure | VersionId[]>[],
    toggles: [] as Later<ApiResult<Toggled>>[],
    quotas: [] as Later<ApiResult<Vault | null>>[],
    wallOffset: 1_700_000_000_000,
    alarmMs: undefined as number | undefined,
  };
  const asked: VersionId[][] = [];
  const askedOf: string[] = [];
  const posted: { versionId: VersionId; at: number }[] = [];
  const heard: VersionFact[] = [];
  const store = createMemoryStore(() => world.session?.session);
  let journalAtPost: unknown;

  function reply<T>(value: Later<T>): Promise<T> {
    const delayed = typeof value === 'object' && value !== null && 'after' in value;
    return new Promise(resolve => time.after(delayed ? value.after : 5, () => resolve(delayed ? value.answer : value)));
  }

  async function check(ids: readonly VersionId[]): Promise<ApiResult<Map<VersionId, VaultItem | null>>> {
    asked.push([...ids]);
    const script = world.checks.shift();
    const found = await reply<ApiFailure | VersionId[]>(script ?? [...world.kept]);
    if (!Array.isArray(found)) return found;
    const told = ids.filter(id => id !== world.leftOut);
    return { ok: true, value: new Map(told.map(id => [id, found.includes(id) ? itemOf(id) : null])) };
  }

  function quota(): Promise<ApiResult<Vault | null>> {
    const { storageKb, usedKb: usedStorageKb } = world;
    const now = { userId: 1, storageKb, usedStorageKb, updatedAt: '2026-01-01T00:00:00.000Z' };
    return reply(world.quotas.shift() ?? { ok: true as const, value: now });
  }

  function boot() {
    const api: EngineApi = {
      check,
      vault: quota,
      toggle: id => {
        posted.push({ versionId: id, at: time.now() });
        journalAtPost = structuredClone(store.journal.get(id));
        const script = world.toggles.shift();
        return reply(script ?? failure({ kind: 'unexpected' }));
      },
    };
    const engine = createVaultEngine({
      apiOf: session => {
        askedOf.push(session);
        return api;
      },
      store: {
        load: async session => store.load(session),
        save: async (session, change) => store.save(session, change),
        forget: async (session, ids) => store.forget(session, ids),
      },
      clock: {
        now: () => time.now() + world.wallOffset,
        elapsed: () => time.now(),
        sleep: (ms, signal) =>
          new Promise(resolve => {
            time.after(ms, resolve);
            signal.addEventListener('abort', () => resolve());
          }),
        wakeAfter: ms => {
          world.alarmMs = ms;
        },
      },
      random: () => 0.5,
      availability: { versionAvailability: () => reply({ after: world.offerAfterMs, answer: world.offer }) },
      session: async () => world.session,
      onChange: facts => void heard.push(...facts),
    });
    return engine;
  }

  let engine = boot();

  const sessionNow = () => world.session?.session ?? 'one';

  function collect(result: Promise<Result<VersionFact>>): Outcome {
    const outcome: Outcome = [];
    void result.then(value => outcome.push(value));
    return outcome;
  }

  return {
    world,
    store,
    asked,
    /** With whose key, one entry for each time that the engine opened a vault. */
    askedOf,
    posted,
    heard,
    engine: () => engine,
    now: () => time.now() + world.wallOffset,
    journalAtPost: () => journalAtPost,
    /** Lets time pass. */
    pass: (ms: number) => time.run(time.now() + ms, () => undefined),
    /** Both are intended of the vault of whoever is signed in, or of another `session`. */
    add: (id = V, session = sessionNow()): Outcome => collect(engine.submit({ session, versionId: id, target: 'in' })),
    remove: (id = V, confirmedAgo = 0, session = sessionNow()): Outcome => {
      const confirmedAt = time.now() + world.wallOffset - confirmedAgo;
      return collect(engine.submit({ session, versionId: id, target: 'out', confirmedAt }));
    },
    /** The worker dies and another one starts on the same store. What the old one had in flight is never heard of again. */
    async restart(): Promise<void> {
      engine.end();
      engine = boot();
      await engine.wake();
    },
    /** What pages were last told of a version. */
    shown: (id = V): VersionFact | undefined => heard.findLast(({ versionId }) => versionId === id),
  };
}

export const IN: ApiResult<Toggled> = { ok: true, value: { now: 'in', itemId: 900 } };
export const OUT: ApiResult<Toggled> = { ok: true, value: { now: 'out' } };
