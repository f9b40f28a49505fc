import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { VersionId } from '@/utils/civitai/ids';
import { AVAILABILITIES_AT_ONCE, type VersionOfModel } from '@/utils/messages/protocol';
import type { Problem, Result } from '@/utils/problem';
import type { VersionAvailability } from '@/utils/vault/version-availability';

export type LookUpResult = ReadonlyMap<VersionId, Result<VersionAvailability>>;

/** After one of these, further requests would fail too, or make it worse. */
const STOPPING: ReadonlySet<Problem['kind']> = new Set(['limited', 'offline', 'blocked', 'region-blocked']);

/**
 * Looks versions up, a few at a time, and reports each part as it arrives. Once the site can't be asked any more, all remaining versions
 * are reported as failed for that reason.
 */
export async function lookUpAll(
  host: Pick<VaultHost, 'availabilities'>,
  versions: readonly VersionOfModel[],
  report: (found: LookUpResult) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let start = 0; start < versions.length; start += AVAILABILITIES_AT_ONCE) {
    const part = versions.slice(start, start + AVAILABILITIES_AT_ONCE);
    const answer = await host.availabilities(part);
    if (signal.aborted) return;
    const results = part.map(({ versionId }, at): [VersionId, Result<VersionAvailability>] => [
      versionId,
      answer.ok ? (answer.value[at] ?? UNEXPECTED) : answer,
    ]);
    report(new Map(results));
    const stop = results.map(([, result]) => result).find(result => !result.ok && STOPPING.has(result.problem.kind));
    if (!stop) continue;
    return report(new Map(versions.slice(start + AVAILABILITIES_AT_ONCE).map(({ versionId }) => [versionId, stop])));
  }
}

const UNEXPECTED = { ok: false, problem: { kind: 'unexpected' } } as const;
