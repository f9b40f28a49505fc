import type { MarkState } from '@/entrypoints/civitai.content/dom/state-attributes';
import type { VersionId } from '@/utils/civitai/ids';
import { isInVault, type ModelFact, type VersionFact } from '@/utils/vault/membership';

/** The state of a model as a whole, made from the facts about its versions. */
export type ModelState = {
  state: MarkState;
  /** How many of its versions are stored. */
  storedCount: number;
  /** Those in the vault: stored, pending or failed. */
  inVault: VersionFact[];
  /** The one with an activity, or else with a problem. */
  busy: VersionFact | undefined;
};

/**
 * `in` when at least one version is stored, otherwise the most urgent of pending, failed, out and unknown.
 * `factOf` may be newer than the model's own list. `others`: versions of the model that the list may leave out.
 */
export function summarizeModel(
  model: ModelFact | undefined,
  others: readonly VersionId[],
  factOf: (versionId: VersionId) => VersionFact | undefined,
): ModelState {
  const isRead = model !== undefined && model.asOf > 0;
  // Most models on a page have no version in the vault, and their versions were never looked up.
  if (!model?.facts.length && others.length === 0)
    return { state: isRead ? 'out' : 'unknown', storedCount: 0, inVault: [], busy: undefined };
  const facts = (model?.facts ?? []).map(fact => newerOf(factOf(fact.versionId), fact));
  for (const versionId of others) {
    const own = facts.some(fact => fact.versionId === versionId) ? undefined : factOf(versionId);
    if (own) facts.push(own);
  }
  const inVault = facts.filter(fact => isInVault(fact.state));
  const storedCount = facts.filter(fact => fact.state === 'in').length;
  const busy = facts.find(fact => fact.activity) ?? facts.find(fact => fact.problem);
  const isKnown = isRead || facts.some(fact => fact.state === 'out');
  return { state: stateOf(facts, busy, storedCount, isKnown), storedCount, inVault, busy };
}

/** A fact that is only "not known", or older, says less than the list does. */
function newerOf(own: VersionFact | undefined, listed: VersionFact): VersionFact {
  const isNewer = own && (own.activity || own.problem || (own.state !== 'unknown' && own.asOf >= listed.asOf));
  return isNewer ? own : listed;
}

function stateOf(
  facts: readonly VersionFact[],
  busy: VersionFact | undefined,
  storedCount: number,
  isKnown: boolean,
): MarkState {
  if (busy?.activity) return 'busy';
  if (storedCount > 0) return 'in';
  if (busy) return 'error';
  if (facts.some(fact => fact.state === 'pending')) return 'pending';
  if (facts.some(fact => fact.state === 'failed')) return 'failed';
  return isKnown ? 'out' : 'unknown';
}
