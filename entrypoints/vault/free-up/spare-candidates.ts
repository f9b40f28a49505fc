import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { Snapshot } from '@/utils/account/account';
import type { VersionId } from '@/utils/civitai/ids';
import { fail, type Result } from '@/utils/problem';
import { isNotKnown, type PutBack } from '@/utils/vault/can-be-put-back';
import { judgeSpare, proposedOf, type Space, type Spare } from '@/utils/vault/free-up';
import type { VersionAvailability } from '@/utils/vault/version-availability';
import type { Candidate } from '@/utils/vault-view/removal';

/** What was found out of versions: whether each can be put back. */
export type Verdicts = ReadonlyMap<VersionId, PutBack>;

const UNEXPECTED = fail({ kind: 'unexpected' });

/** One result for each, in their order. */
export async function lookUp(host: VaultHost, spares: readonly Spare[]): Promise<Result<VersionAvailability>[]> {
  const answer = await host.availabilities(spares, true);
  return spares.map((_, at) => (answer.ok ? (answer.value[at] ?? UNEXPECTED) : answer));
}

/** The space of an account that has answered; of any other none. */
export function spaceOf(account: Result<Snapshot> | undefined): Space {
  const { usedKb, totalKb } = (account?.ok && account.value.quota) || { usedKb: 0, totalKb: 0 };
  return { freeKb: totalKb - usedKb, totalKb };
}

/** Whether each of the spares can be put back. */
export function judge(
  spares: readonly Spare[],
  account: Result<Snapshot>,
  found: readonly Result<VersionAvailability>[],
  isCounted: boolean,
): [VersionId, PutBack][] {
  return spares.map((spare, at) => [spare.versionId, judgeSpare(spare, account, found[at] ?? UNEXPECTED, isCounted)]);
}

/** A spare as the user may tick it. */
export function candidateOf(spare: Spare, found: Result<VersionAvailability> = UNEXPECTED): Candidate {
  const { versionId, modelId, modelName, versionName, sizeKb, hasNotes, copies } = spare;
  const finding = found.ok
    ? ({ kind: 'found', availability: found.value.availability } as const)
    : ({ kind: 'failed', problem: found.problem } as const);
  return { versionId, modelId, modelName, versionName, sizeKb, hasNotes, copies, finding, isTicked: false };
}

/** Those about which the site has answered, and those that the user has ticked: of all others it may say more the next time. */
export function answeredOf(candidates: readonly Candidate[], verdicts: Verdicts): Candidate[] {
  return candidates.filter(({ versionId, isTicked }) => {
    const verdict = verdicts.get(versionId);
    return isTicked || (verdict && (verdict.can || !isNotKnown(verdict.why)));
  });
}

/** Ticks what is proposed, and nothing else. */
export function propose(
  candidates: readonly Candidate[],
  verdicts: Verdicts,
  neededKb: number,
  space: Space,
): Candidate[] {
  const canReturn = ({ versionId }: Candidate): boolean => verdicts.get(versionId)?.can === true;
  const ticked = new Set(proposedOf(candidates, canReturn, neededKb, space));
  return candidates.map(candidate => ({ ...candidate, isTicked: ticked.has(candidate) }));
}
