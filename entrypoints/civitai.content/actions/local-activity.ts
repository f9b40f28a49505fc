import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import { sessionOf } from '@/utils/account/account';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import type { Activity, VersionFact } from '@/utils/vault/membership';

/**
 * What this page is doing about a version, or what went wrong with it, before the background has said so. `askedAt`: what was in
 * doubt is being looked at since then, and nothing older counts.
 */
export type LocalState = { activity: Activity; askedAt?: number } | { problem: Problem; at: number };

/** What this page alone knows, of each version. It ends with the sign-in: it says nothing of another account, or of the same one later. */
export type LocalActivity = {
  get(versionId: VersionId): LocalState | undefined;
  /** `session`: under which sign-in it was so, where that may have ended since. */
  set(versionId: VersionId, local: LocalState, session?: string): void;
  delete(versionId: VersionId): void;
  /** The sign-in of now; empty as long as nobody has said whose it is. */
  session(): string;
  /** The fact with what this page alone knows laid over it. */
  overlay(versionId: VersionId, fact: VersionFact | undefined): VersionFact | undefined;
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

  /** What was in doubt stays so until the server has been heard; if it can't be, nothing is known. */
  const afterDoubt = (versionId: VersionId, fact: VersionFact, askedAt: number, activity: Activity): VersionFact => {
    if (fact.asOf >= askedAt || fact.activity) {
      locals.delete(versionId);
      return fact;
    }
    return client.problem(versionId) ? { versionId, state: 'unknown', asOf: 0 } : { ...fact, activity };
  };

  return {
    get,
    session,
    set: (versionId, local, under = session()) => void locals.set(versionId, { local, session: under }),
    delete: versionId => void locals.delete(versionId),
    overlay(versionId, known) {
      const local = get(versionId);
      if (!local) return known;
      const fact = known ?? { versionId, state: 'unknown', asOf: 0 };
      if ('activity' in local && local.askedAt !== undefined)
        return afterDoubt(versionId, fact, local.askedAt, local.activity);
      if ('activity' in local) return fact.activity ? fact : { ...fact, activity: local.activity };
      // What the server has said since then counts more than what this page last heard.
      return fact.problem || fact.activity || fact.asOf > local.at ? fact : { ...fact, problem: local.problem };
    },
  };
}
