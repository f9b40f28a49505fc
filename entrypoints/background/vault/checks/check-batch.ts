import type { ApiResult } from '@/entrypoints/background/api/result';
import { IDS_AT_ONCE } from '@/entrypoints/background/api/vault-api';
import type { Clock } from '@/entrypoints/background/timing/clock';
import { createGathering } from '@/entrypoints/background/timing/gather';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import type { VaultItem } from '@/utils/vault/vault-item';

/**
 * What a check said of one version, and when it was asked, as `elapsed()` and as epoch ms (`askedOn`). The answer is at most the
 * replica's lag older than that.
 */
export type CheckedState = {
  item: VaultItem | null;
  askedAt: number;
  askedOn: number;
  /** A page of the vault's list said so, not a check. */
  isListed?: boolean;
};
export type CheckOutcome = ({ ok: true } & CheckedState) | { ok: false; problem: Problem };

/** Checks versions: one outcome for each id. With `fresh`, an answer that was asked for before this call is not enough. */
export type CheckVersions = (ids: Iterable<VersionId>, options?: { fresh?: boolean }) => Promise<Outcomes>;

type Outcomes = Map<VersionId, CheckOutcome>;

type Parts = {
  check(ids: readonly VersionId[]): Promise<ApiResult<Map<VersionId, VaultItem | null>>>;
  clock: Clock;
  /** Hears every answer once, before the callers do. */
  onAnswer(states: Map<VersionId, CheckedState>): void;
  /** More is about to be asked for. */
  isWriting?(): boolean;
};

/**
 * Checks versions together: everything of one moment is one request, no version is asked for twice at a time, and no request
 * names more than {@link IDS_AT_ONCE}. Ids must be valid: one bad id fails a whole check (site-facts.md F.3).
 */
export function createCheckBatch(parts: Parts): CheckVersions {
  const underway = new Map<VersionId, Promise<Outcomes>>();
  let collected = new Set<VersionId>();
  const launched = createGathering(
    parts.clock,
    async () => {
      const ids = [...collected];
      collected = new Set();
      return launch(parts, ids, underway);
    },
    parts.isWriting,
  );

  async function join(id: VersionId): Promise<Outcomes> {
    collected.add(id);
    return (await (await launched()).get(id)) ?? new Map();
  }

  return async (ids, { fresh = false } = {}) => {
    const sources = [...new Set(ids)].map(id => [id, (fresh ? undefined : underway.get(id)) ?? join(id)] as const);
    const outcomes: Outcomes = new Map();
    for (const [id, source] of sources) outcomes.set(id, (await source).get(id) ?? UNREADABLE);
    return outcomes;
  };
}

/** Sends one request for each {@link IDS_AT_ONCE} ids; `underway` holds them until they are answered. */
function launch(
  parts: Parts,
  ids: readonly VersionId[],
  underway: Map<VersionId, Promise<Outcomes>>,
): Map<VersionId, Promise<Outcomes>> {
  const launched = new Map<VersionId, Promise<Outcomes>>();
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const chunk = ids.slice(start, start + IDS_AT_ONCE);
    const answer = request(parts, chunk);
    for (const id of chunk) {
      launched.set(id, answer);
      underway.set(id, answer);
    }
    void answer.then(() => {
      for (const id of chunk) if (underway.get(id) === answer) underway.delete(id);
    });
  }
  return launched;
}

/** A failure is an outcome of its own, never "not there". */
async function request({ check, clock, onAnswer }: Parts, ids: readonly VersionId[]): Promise<Outcomes> {
  const asked = { askedAt: clock.elapsed(), askedOn: clock.now() };
  const result = await check(ids).catch((): ApiResult<never> => UNEXPECTED);
  const states = new Map<VersionId, CheckedState>();
  const outcomes: Outcomes = new Map();
  for (const id of ids) {
    const item = result.ok ? result.value.get(id) : undefined;
    if (item === undefined) outcomes.set(id, result.ok ? UNREADABLE : { ok: false, problem: result.problem });
    else {
      states.set(id, { item, ...asked });
      outcomes.set(id, { ok: true, item, ...asked });
    }
  }
  if (states.size > 0) onAnswer(states);
  return outcomes;
}

const UNREADABLE = { ok: false, problem: { kind: 'unreadable' } } as const;
const UNEXPECTED = { ok: false, problem: { kind: 'unexpected' }, sent: 'maybe' } as const;
