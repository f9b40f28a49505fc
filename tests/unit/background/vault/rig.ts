import type { ApiFailure, ApiResult } from '@/entrypoints/background/api/result';
import type { Clock } from '@/entrypoints/background/timing/clock';
import { createVaultEngine } from '@/entrypoints/background/vault/engine';
import type { EngineApi, EngineParts } from '@/entrypoints/background/vault/ports';
import { createMemoryStore } from '@/tests/property/memory-store';
import { asVersion } from '@/tests/property/versions';
import { createVirtualTime, type VirtualTime } from '@/tests/property/virtual-time';
import type { VersionId } from '@/utils/civitai/ids';
import type { RemovalChange } from '@/utils/messages/protocol';
import type { Problem, Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import { createScriptedSite, createWorld, type Toggled } from './scripted-site';

export const V = asVersion(7);
export const W = asVersion(8);

type RemovalOptions = { isOfList?: true };

/** What an intent came to, as a list that is empty as long as it is open. */
export type Outcome = Result<VersionFact>[];

export type Rig = ReturnType<typeof createRig>;

/** The engine in a world that says exactly what a test makes it say. A test changes `world` at any time. */
export function createRig() {
  const parts = createParts();
  const { world, time, store, site, heard } = parts;
  let engine = createVaultEngine(parts.engine);
  const now = () => time.now() + world.wallOffset;
  const session = () => world.session?.session ?? 'one';
  const confirm = (versionId: VersionId, confirmedAgo: number, of: string, more: RemovalOptions = {}) =>
    engine.submit({ session: of, versionId, target: 'out', confirmedAt: now() - confirmedAgo, ...more });

  return {
    world,
    store,
    /** What the site was asked, and when. */
    ...site,
    heard,
    ...parts.kept,
    engine: () => engine,
    now,
    journalAtAttempt: parts.journalAtAttempt,
    /** Lets time pass. */
    pass: (ms: number) => time.run(time.now() + ms, () => undefined),
    /** Both are intended of the vault of the account that is signed in, or of another `session`. */
    add: (versionId = V, of = session()): Outcome => collect(engine.submit({ session: of, versionId, target: 'in' })),
    /** The user doesn't wait for the end of the grace. */
    remove(versionId = V, confirmedAgo = 0, of = session()): Outcome {
      const outcome = collect(confirm(versionId, confirmedAgo, of));
      void engine.changeRemovals(of, [versionId], 'now');
      return outcome;
    },
    /** The same with the grace. */
    removeLater: (versionId = V, more: RemovalOptions = {}): Outcome => collect(confirm(versionId, 0, session(), more)),
    change: (how: RemovalChange, ...ids: VersionId[]) => engine.changeRemovals(session(), ids, how),
    /** The worker dies and another one starts on the same store. What the old one had in flight is never heard of again. */
    async restart(): Promise<void> {
      engine.end();
      engine = createVaultEngine(parts.engine);
      await engine.wake();
    },
    /** What pages have heard last of a version. */
    shown: (id = V): VersionFact | undefined => heard.findLast(({ versionId }) => versionId === id),
  };
}

/** All that the engine stands on, and what it leaves there. */
function createParts() {
  const time = createVirtualTime();
  const world = createWorld(V);
  const store = createMemoryStore(() => world.session?.session);
  const site = createScriptedSite(world, time);
  const heard: VersionFact[] = [];
  const kept: {
    /** With whose key, one entry for each time that the engine opened a vault. */
    openedFor: string[];
    /** By how much the storage used has changed, as the engine said each time, KB. */
    usage: (number | undefined)[];
  } = { openedFor: [], usage: [] };
  let journal: unknown;
  let idleAt = 0;
  const disk = async (): Promise<void> => {
    if (world.writeMs === 0) return;
    idleAt = Math.max(idleAt, time.now()) + world.writeMs;
    await new Promise<void>(resolve => time.after(idleAt - time.now(), resolve));
  };
  const toggle: EngineApi['toggle'] = (id, signal, isStreamed) => {
    journal = structuredClone(store.journal.get(id));
    return site.api.toggle(id, signal, isStreamed);
  };
  const engine: EngineParts = {
    apiOf(session) {
      kept.openedFor.push(session);
      return { ...site.api, toggle };
    },
    store: {
      load: async session => store.load(session),
      async save(session, change) {
        await disk();
        return store.save(session, change);
      },
      forget: async (session, ids) => store.forget(session, ids),
    },
    clock: createClock(time, world),
    random: () => 0.5,
    availability: { versionAvailability: site.versionAvailability },
    session: async () => world.session,
    usageChanged: (_, __, kb) => void kept.usage.push(kb),
    onChange: facts => void heard.push(...facts),
  };
  return { world, time, store, site, heard, kept, engine, journalAtAttempt: () => journal };
}

function createClock(time: VirtualTime, world: ReturnType<typeof createWorld>): Clock {
  return {
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
  };
}

function collect(result: Promise<Result<VersionFact>>): Outcome {
  const outcome: Outcome = [];
  void result.then(value => outcome.push(value));
  return outcome;
}

export function failure(problem: Problem, more: Partial<ApiFailure> = {}): ApiFailure {
  return { ok: false, problem, sent: 'maybe', ...more };
}

export const IN: ApiResult<Toggled> = { ok: true, value: { now: 'in', itemId: 900 } };
export const OUT: ApiResult<Toggled> = { ok: true, value: { now: 'out' } };
/** The request may have come through; its answer did not. */
export const LOST = failure({ kind: 'timed-out' });
