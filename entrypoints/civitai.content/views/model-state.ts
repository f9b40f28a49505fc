import type { MarkState } from '@/entrypoints/civitai.content/dom/host';
import type { VersionId } from '@/utils/civitai/ids';
import { isInVault, type ModelFact, type VersionFact } from '@/utils/vault/membership';

/** What a model as a whole shows as, from what is known of its versions. */
export type ModelState = {
  state: MarkState;
  /** How many of its versions are stored in the vault. */
  count: number;
  /** Those that the vault keeps, in whatever condition. */
  kept: VersionFact[];
  /** The one that something is being done about, or was and went wrong. */
  busy: VersionFact | undefined;
};

/**
 * `in` when at least one version is stored, otherwise the most urgent of pending, failed, out and unknown. `factOf` may know newer of a
 * version than the model's own list does; `others` are versions of the model that the list need not name.
 */
export function summarizeModel(
  model: ModelFact | undefined,
  others: readonly VersionId[],
  factOf: (versionId: VersionId) => VersionFact | undefined,
): ModelState {
  const isRead = model !== undefined && model.asOf > 0;
  // Most models on a page: nothing is kept of them, nobody has looked onDemand.
  if (!model?.facts.length && others.length === 0)
    return { state: isRead ? 'out' : 'unknown', count: 0, kept: [], busy: undefined };
  const listed = new Map((model?.facts ?? []).map(fact => [fact.versionId, fact]));
  const ids = new Set([...listed.keys(), ...others]);
  const facts = [...ids].flatMap((versionId): VersionFact | [] => {
    const own = factOf(versionId);
    const fact = listed.get(versionId);
    if (!own || !fact) return own ?? fact ?? [];
    // A version fact that is only "not known" says less than the list does, and an older one as well.
    const isNews = own.activity ?? own.problem ?? (own.state !== 'unknown' && own.asOf >= fact.asOf);
    return isNews ? own : fact;
  });
  const kept = facts.filter(fact => isInVault(fact.state));
  const count = facts.filter(fact => fact.state === 'in').length;
  const busy = facts.find(fact => fact.activity) ?? facts.find(fact => fact.problem);
  const isKnown = isRead || facts.some(fact => fact.state === 'out');
  return { state: stateOf(facts, busy, count, isKnown), count, kept, busy };
}

function stateOf(
  facts: readonly VersionFact[],
  busy: VersionFact | undefined,
  count: number,
  isKnown: boolean,
): MarkState {
  if (busy?.activity) return 'busy';
  if (count > 0) return 'in';
  if (busy) return 'error';
  if (facts.some(fact => fact.state === 'pending')) return 'pending';
  if (facts.some(fact => fact.state === 'failed')) return 'failed';
  return isKnown ? 'out' : 'unknown';
}
