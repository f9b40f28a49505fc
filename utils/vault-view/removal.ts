import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Problem, Result } from '@/utils/problem';
import { type MirroredItem, sizeOfItemKb } from '@/utils/vault/vault-item';
import type { VersionAvailability } from '@/utils/vault/version-availability';

/** The look-up of a version's availability. */
type AvailabilityFinding =
  | { kind: 'asking' }
  | { kind: 'found'; availability: VersionAvailability['availability'] }
  | { kind: 'failed'; problem: Problem };

/** The state of a confirmed removal. */
export type Outcome =
  | { kind: 'waiting' }
  | { kind: 'sending' }
  | { kind: 'removed' }
  | { kind: 'failed'; problem: Problem };

/** One version that the user may remove. */
export type Candidate = {
  versionId: VersionId;
  modelId: ModelId;
  modelName: string;
  versionName: string;
  /** All copies together, KB. */
  sizeKb: number;
  hasNotes: boolean;
  /** Rows of this version in the vault: a removal deletes them all (site-facts.md F.5). */
  copies: number;
  finding: AvailabilityFinding;
  isTicked: boolean;
  outcome?: Outcome;
};

/** `returns`: the site still offers it to all users; `last`: this may be the only copy; `asking`: not looked up yet. */
export type Group = 'returns' | 'last' | 'asking';

/** The versions of items, each once, not looked up and not ticked. */
export function candidatesOf(items: readonly MirroredItem[]): Candidate[] {
  const candidates = new Map<VersionId, Candidate>();
  for (const item of items) {
    const before = candidates.get(item.modelVersionId);
    candidates.set(item.modelVersionId, {
      versionId: item.modelVersionId,
      modelId: item.modelId,
      modelName: before?.modelName || item.modelName,
      versionName: before?.versionName || item.versionName,
      sizeKb: (before?.sizeKb ?? 0) + sizeOfItemKb(item),
      hasNotes: before?.hasNotes === true || Boolean(item.notes),
      copies: (before?.copies ?? 0) + 1,
      finding: { kind: 'asking' },
      isTicked: false,
    });
  }
  return [...candidates.values()];
}

/** The group of a version. Only a look-up that says so makes it `returns`: a failed one proves nothing. */
export function groupOf({ finding }: Candidate): Group {
  if (finding.kind === 'asking') return 'asking';
  return finding.kind === 'found' && finding.availability === 'everyone' ? 'returns' : 'last';
}

/**
 * Applies a look-up's results. Versions that can be added again get a tick, unless the user `hasTicked` anything: then no tick changes
 * by itself.
 */
export function withAvailability(
  candidates: readonly Candidate[],
  found: ReadonlyMap<VersionId, Result<VersionAvailability>>,
  hasTicked = false,
): Candidate[] {
  return candidates.map(candidate => {
    const result = found.get(candidate.versionId);
    if (!result || candidate.finding.kind === 'found') return candidate;
    const finding: AvailabilityFinding = result.ok
      ? { kind: 'found', availability: result.value.availability }
      : { kind: 'failed', problem: result.problem };
    const next = { ...candidate, finding };
    return { ...next, isTicked: candidate.isTicked || (!hasTicked && groupOf(next) === 'returns') };
  });
}

/** Ticks or unticks versions. Those still being looked up stay unticked: what their removal risks isn't known. */
export function withTicks(
  candidates: readonly Candidate[],
  versionIds: ReadonlySet<VersionId>,
  isTicked: boolean,
): Candidate[] {
  return candidates.map(candidate =>
    versionIds.has(candidate.versionId) && groupOf(candidate) !== 'asking' ? { ...candidate, isTicked } : candidate,
  );
}

/** Marks versions whose look-up failed as being looked up again. */
export function withRetry(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map(candidate =>
    candidate.finding.kind === 'failed' ? { ...candidate, finding: { kind: 'asking' } } : candidate,
  );
}

/** Records the state of a version's removal; `undefined`: it was not sent. */
export function withOutcome(
  candidates: readonly Candidate[],
  versionId: VersionId,
  outcome: Outcome | undefined,
): Candidate[] {
  return candidates.map(candidate => {
    if (candidate.versionId !== versionId) return candidate;
    const { outcome: _, ...rest } = candidate;
    return outcome ? { ...rest, outcome } : rest;
  });
}

/** The ticked versions. */
export function tickedOf(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ isTicked }) => isTicked);
}

/** How many removals went how. */
export function tally(candidates: readonly Candidate[]): { removed: number; failed: number; open: number } {
  const count = (kinds: readonly Outcome['kind'][]): number =>
    candidates.filter(({ outcome }) => outcome && kinds.includes(outcome.kind)).length;
  return { removed: count(['removed']), failed: count(['failed']), open: count(['waiting', 'sending']) };
}

/** Problems that another try, right after the first, can't change: the same answer would come again. */
const LASTING: ReadonlySet<Problem['kind']> = new Set([
  'removal-refused',
  'duplicated',
  'read-only-key',
  'key-refused',
  'not-signed-in',
  'other-session',
  'no-vault',
  'region-blocked',
]);

/** The ticked versions whose removal is still to be tried, or worth another try. */
export function openOf(candidates: readonly Candidate[]): Candidate[] {
  return tickedOf(candidates).filter(
    ({ outcome }) => outcome?.kind !== 'removed' && !(outcome?.kind === 'failed' && LASTING.has(outcome.problem.kind)),
  );
}
