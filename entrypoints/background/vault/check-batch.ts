import type { ApiResult } from '@/entrypoints/background/api/result';
import { IDS_AT_ONCE } from '@/entrypoints/background/api/vault-api';
import type { Clock } from '@/entrypoints/background/timing/clock';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import type { VaultItem } from '@/utils/vault/vault-item';
import { BATCH_MS } from './constants';

/**
 * What a check said of one version, and when it was asked, as `elapsed()` and as epoch ms (`askedOn`): its answer cannot be older than
 * that plus the replica's lag.
 */
export type CheckedState = {
  item: VaultItem | null;
  askedAt: number;
  askedOn: number;
  /** A page of the vault's list said so, not a check. */
  isListed?: boolean;
};
export type CheckOutcome = ({ ok: true } & CheckedState) | { ok: false; problem: Problem };

type Answer = Map<VersionId, CheckOutcome>;
type Batch = { ids: Set<VersionId>; answers: Promise<Map<VersionId, Promise<Answer>>> };

type Parts = {
  check(ids: readonly VersionId[]): Promise<ApiResult<Map<VersionId, VaultItem | null>>>;
  clock: Clock;
  /** Hears every answer once, before anybody who asked. */
  onAnswer(sightings: Map<VersionId, CheckedState>): void;
};

/**
 * Asks for versions together: everything within {@link BATCH_MS} is one request, nothing is asked twice at a time, and no request
 * names more than {@link IDS_AT_ONCE}. Ids must be valid: one bad id fails a whole check (site-facts.md F.3).
 */
export function createCheckBatch({ check, clock, onAnswer }: Parts) {
  const flying = new Map<VersionId, Promise<Answer>>();
  const never = new AbortController().signal;
  let collecting: Batch | undefined;

  async function send(ids: VersionId[]): Promise<Answer> {
    const asked = { askedAt: clock.elapsed(), askedOn: clock.now() };
    const result = await check(ids).catch((): ApiResult<never> => UNEXPECTED);
    const sightings = new Map<VersionId, CheckedState>();
    const answer: Answer = new Map();
    for (const id of ids) {
      const item = result.ok ? result.value.get(id) : undefined;
      if (item === undefined) answer.set(id, { ok: false, problem: result.ok ? UNREADABLE : result.problem });
      else {
        sightings.set(id, { item, ...asked });
        answer.set(id, { ok: true, item, ...asked });
      }
    }
    if (sightings.size > 0) onAnswer(sightings);
    return answer;
  }

  function launch(ids: VersionId[]): Map<VersionId, Promise<Answer>> {
    const launched = new Map<VersionId, Promise<Answer>>();
    for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
      const chunk = ids.slice(start, start + IDS_AT_ONCE);
      const answer = send(chunk);
      for (const id of chunk) {
        launched.set(id, answer);
        flying.set(id, answer);
      }
      void answer.then(() => {
        for (const id of chunk) if (flying.get(id) === answer) flying.delete(id);
      });
    }
    return launched;
  }

  function collect(): Batch {
    const ids = new Set<VersionId>();
    const answers = clock.sleep(BATCH_MS, never).then(() => {
      collecting = undefined;
      return launch([...ids]);
    });
    return { ids, answers };
  }

  /**
   * What the vault says of `ids` now; one entry for each. `fresh`: an answer that was asked for before this call is not enough.
   * A failure is told as such, never as "not there".
   */
  return async function ask(ids: Iterable<VersionId>, { fresh = false } = {}): Promise<Answer> {
    const sources = new Map<VersionId, Promise<Answer>>();
    for (const id of new Set(ids)) {
      const underway = fresh ? undefined : flying.get(id);
      if (underway) sources.set(id, underway);
      else {
        collecting ??= collect();
        collecting.ids.add(id);
        sources.set(
          id,
          collecting.answers.then(launched => launched.get(id) ?? new Map()),
        );
      }
    }
    const answer: Answer = new Map();
    for (const [id, source] of sources) answer.set(id, (await source).get(id) ?? { ok: false, problem: UNREADABLE });
    return answer;
  };
}

export type Ask = ReturnType<typeof createCheckBatch>;

const UNREADABLE = { kind: 'unreadable' } as const;
const UNEXPECTED = { ok: false, problem: { kind: 'unexpected' }, sent: 'maybe' } as const;
