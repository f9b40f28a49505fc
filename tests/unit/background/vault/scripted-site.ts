import type { ApiFailure, ApiResult } from '@/entrypoints/background/api/result';
import type { Vault, VaultPage } from '@/entrypoints/background/api/vault-api';
import type { EngineApi, Session } from '@/entrypoints/background/vault/ports';
import { itemOf } from '@/tests/property/items';
import type { VirtualTime } from '@/tests/property/virtual-time';
import type { VersionId } from '@/utils/civitai/ids';
import type { Result } from '@/utils/problem';
import type { VersionAvailability } from '@/utils/vault/version-availability';

export type Toggled = { now: 'in'; itemId: number } | { now: 'out' };
const UNEXPECTED: ApiFailure = { ok: false, problem: { kind: 'unexpected' }, sent: 'maybe' };

type Later<T> = T | { after: number; answer: T };

/**
 * What the site has and says, about the version `open` in particular, which everyone may have.
 * `checks`, `toggles` and `quotas` are what the next requests are answered, one after the other. When there are none left, checks and
 * quotas answer from `kept` and `usedKb`.
 */
export function createWorld(open: VersionId) {
  const availability: Result<VersionAvailability> = {
    ok: true,
    value: { versionId: open, availability: 'everyone', sizeKb: 1_000 },
  };
  return {
    session: { session: 'one', canWrite: true } as Session | undefined,
    kept: new Set<VersionId>(),
    usedKb: 5_000,
    storageKb: 1_000_000,
    availability,
    availabilityAfterMs: 5,
    leftOut: undefined as VersionId | undefined,
    checks: [] as Later<ApiFailure | VersionId[]>[],
    toggles: [] as Later<ApiResult<Toggled>>[],
    carriesStreams: true,
    /** How often the list holds a version that is kept; once where it isn't named. */
    copies: new Map<VersionId, number>(),
    lists: [] as ApiFailure[],
    quotas: [] as Later<ApiResult<Vault | null>>[],
    wallOffset: 1_700_000_000_000,
    alarmMs: undefined as number | undefined,
    /** What the disk takes for each write, one after the other. */
    writeMs: 0,
  };
}

/** The site's side of that world. `asked` are the ids of each check, `attempts` the toggle requests; `listed` and `quotas`: when. */
export function createScriptedSite(world: ReturnType<typeof createWorld>, time: VirtualTime) {
  const asked: VersionId[][] = [];
  const attempts: { versionId: VersionId; at: number; isStreamed: boolean }[] = [];
  const listed: number[] = [];
  const quotas: number[] = [];

  function reply<T>(value: Later<T>): Promise<T> {
    const delayed = typeof value === 'object' && value !== null && 'after' in value;
    return new Promise(resolve => time.after(delayed ? value.after : 5, () => resolve(delayed ? value.answer : value)));
  }

  const api: EngineApi = {
    async check(ids) {
      asked.push([...ids]);
      const found = await reply<ApiFailure | VersionId[]>(world.checks.shift() ?? [...world.kept]);
      if (!Array.isArray(found)) return found;
      const shown = ids.filter(id => id !== world.leftOut);
      return { ok: true, value: new Map(shown.map(id => [id, found.includes(id) ? itemOf(id) : null])) };
    },
    vault() {
      quotas.push(time.now());
      const { storageKb, usedKb: usedStorageKb } = world;
      const now = { userId: 1, storageKb, usedStorageKb, updatedAt: '2026-01-01T00:00:00.000Z' };
      return reply(world.quotas.shift() ?? { ok: true as const, value: now });
    },
    toggle(versionId, _, isStreamed = false) {
      attempts.push({ versionId, at: time.now(), isStreamed });
      return reply(world.toggles.shift() ?? UNEXPECTED);
    },
    carriesStreams: () => reply(world.carriesStreams),
    list() {
      listed.push(time.now());
      const items = [...world.kept].flatMap(id => Array.from({ length: world.copies.get(id) ?? 1 }, () => itemOf(id)));
      const page = { items, totalItems: items.length, currentPage: 1, pageSize: 200, totalPages: 1 };
      return reply<ApiResult<VaultPage>>(world.lists.shift() ?? { ok: true, value: page });
    },
  };
  const versionAvailability = () => reply({ after: world.availabilityAfterMs, answer: world.availability });
  return { asked, attempts, listed, quotas, api, versionAvailability };
}
