import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import type { FactOverlay } from '@/entrypoints/civitai.content/views/marked-link';
import { sessionOf } from '@/utils/account/account';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import type { Activity, VersionFact } from '@/utils/vault/membership';

/**
 * What this page does about a version, or what went wrong, before the worker has said so. `flippedAt`: the site's own button showed then
 * that its toggle came through. `recheckedAt`: since then an uncertain version is being checked, and no older fact counts. Times are
 * epoch ms.
 */
type LocalState = { activity: Activity; flippedAt?: number; recheckedAt?: number } | { problem: Problem; at: number };

/** What this page alone knows of each version. It ends with the sign-in: it says nothing about another one's vault. */
export type LocalActivity = FactOverlay & {
  get(versionId: VersionId): LocalState | undefined;
  /** `session`: the sign-in under which it happened, where that may have ended since. */
  set(versionId: VersionId, local: LocalState, session?: string): void;
  delete(versionId: VersionId): void;
  /** The site's own toggle has come through, and no check could confirm it yet: the next toggle has to wait. */
  isSettling(versionId: VersionId): boolean;
  /** The sign-in of now; empty as long as the worker has not said it. */
  session(): string;
};

export function createLocalActivity(client: Client): LocalActivity {
  const locals = new Map<VersionId, { local: LocalState; session: string | undefined }>();
  const session = (): string => sessionOf(client.connection()) ?? '';
  const get = (versionId: VersionId): LocalState | undefined => {
    const entry = locals.get(versionId);
    if (!entry || entry.session === session()) return entry?.local;
    locals.delete(versionId);
    return undefined;
  };
  return {
    get,
    session,
    set: (versionId, local, under = session()) => void locals.set(versionId, { local, session: under }),
    delete: versionId => void locals.delete(versionId),
    isSettling(versionId) {
      const local = get(versionId);
      return local !== undefined && 'activity' in local && local.flippedAt !== undefined;
    },
    overlay(versionId, known) {
      const local = get(versionId);
      if (!local) return known;
      const fact: VersionFact = known ?? { versionId, state: 'unknown', asOf: 0 };
      // What the worker says of it counts, also once the user has read that.
      const isOver = 'activity' in local ? isSettled(fact, local) : fact.problem !== undefined;
      if (isOver) locals.delete(versionId);
      return isOver ? fact : withLocal(fact, local, client);
    },
  };
}

/** A check has answered since the version became uncertain, or the worker is at work on it. */
function isSettled(
  { asOf, confirmedAt = 0, activity }: VersionFact,
  { recheckedAt, flippedAt }: { recheckedAt?: number; flippedAt?: number },
): boolean {
  if (recheckedAt !== undefined) return asOf >= past(recheckedAt) || activity !== undefined;
  // The vault's list may lag: until the version is checked again, only a toggle of ours counts.
  return flippedAt !== undefined && (confirmedAt >= past(flippedAt) || activity !== undefined);
}

/** A moment, epoch ms; now if the clock was set back to before it, or no answer would ever be later. */
function past(at: number): number {
  return Math.min(at, Date.now());
}

function withLocal(fact: VersionFact, local: LocalState, client: Client): VersionFact {
  const { versionId } = fact;
  if ('problem' in local) {
    // A later answer of the server counts more than what this page last saw.
    return fact.problem || fact.activity || fact.asOf > past(local.at) ? fact : { ...fact, problem: local.problem };
  }
  const { flippedAt } = local;
  if (flippedAt !== undefined) {
    const state = local.activity.target === 'in' ? 'pending' : 'out';
    return { versionId, state, asOf: flippedAt, ...(fact.sizeKb !== undefined && { sizeKb: fact.sizeKb }) };
  }
  if (local.recheckedAt === undefined) return fact.activity ? fact : { ...fact, activity: local.activity };
  // Uncertain until a check answers; where that fails, nothing is known.
  return client.problem(versionId) ? { versionId, state: 'unknown', asOf: 0 } : { ...fact, activity: local.activity };
}
