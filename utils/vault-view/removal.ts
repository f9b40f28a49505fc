import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Problem, Result } from '@/utils/problem';
import { type MirroredItem, sizeOfItemKb } from '@/utils/vault/vault-item';
import type { VersionAvailability } from '@/utils/vault/version-availability';

/** What is known of how the site offers a version. */
export type AvailabilityFinding =
  | { kind: 'asking' }
  | { kind: 'found'; availability: VersionAvailability['availability'] }
  | { kind: 'failed'; problem: Problem };

/** What became of a removal that was asked for. */
export type Outcome =
  | { kind: 'waiting' }
  | { kind: 'sending' }
  | { kind: 'removed' }
  | { kind: 'failed'; problem: Problem };

/** One version that might be removed. */
export type Candidate = {
  versionId: VersionId;
  modelId: ModelId;
  modelName: string;
  versionName: string;
  /** Of every copy, KB. */
  sizeKb: number;
  /** Rows of this version in the vault: a removal takes them all (site-facts.md F.5). */
  copies: number;
  finding: AvailabilityFinding;
  isTicked: boolean;
  outcome?: Outcome;
};

/** `returns`: the site still offers it to everybody. `last`: this may be the only copy. `asking`: nobody knows yet. */
export type Group = 'returns' | 'last' | 'asking';

/** The versions of items, each once, still unsorted and unticked. */
export function candidatesOf(items: readonly MirroredItem[]): Candidate[] {
  const candidates = new Map<VersionId, Candidate>();
  for (const item of items) {
    const known = candidates.get(item.modelVersionId);
    candidates.set(item.modelVersionId, {
      versionId: item.modelVersionId,
      modelId: item.modelId,
      modelName: known?.modelName || item.modelName,
      versionName: known?.versionName || item.versionName,
      sizeKb: (known?.sizeKb ?? 0) + sizeOfItemKb(item),
      copies: (known?.copies ?? 0) + 1,
      finding: { kind: 'asking' },
      isTicked: false,
    });
  }
  return [...candidates.values()];
}

/** Where a version belongs. Only a look-up that says so lets it be added again; a failed one says nothing of the kind. */
export function groupOf({ finding }: Candidate): Group {
  if (finding.kind === 'asking') return 'asking';
  return finding.kind === 'found' && finding.availability === 'everyone' ? 'returns' : 'last';
}

/**
 * Takes a look-up's result. What can be added again is ticked with it, anything else is left for the user to tick; and everything is
 * once the user `hasTicked`: whoever has begun to choose gets no choice made for them any more.
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

/** Ticks or unticks versions. Those that are still being looked up stay unticked: nobody has said what removing them means. */
export function withTicks(
  candidates: readonly Candidate[],
  versionIds: ReadonlySet<VersionId>,
  isTicked: boolean,
): Candidate[] {
  return candidates.map(candidate =>
    versionIds.has(candidate.versionId) && groupOf(candidate) !== 'asking' ? { ...candidate, isTicked } : candidate,
  );
}

/** Asks again about versions whose look-up failed. */
export function askAgain(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map(candidate =>
    candidate.finding.kind === 'failed' ? { ...candidate, finding: { kind: 'asking' } } : candidate,
  );
}

/** Notes what became of a version's removal. */
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

/** What is ticked. */
export function tickedOf(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ isTicked }) => isTicked);
}

/** How many removals went how. */
export function tally(candidates: readonly Candidate[]): { removed: number; failed: number; open: number } {
  const count = (kinds: readonly Outcome['kind'][]): number =>
    candidates.filter(({ outcome }) => outcome && kinds.includes(outcome.kind)).length;
  return { removed: count(['removed']), failed: count(['failed']), open: count(['waiting', 'sending']) };
}
