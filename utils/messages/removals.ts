import type { VersionId } from '@/utils/civitai/ids';
import type { Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import { ask } from './ask';
import type { ItemNames, RemovalChange } from './protocol';
import { changeRemovals, openRemovals, undoRemovals } from './removal-requests';

/** A removal that can be taken back, or that was left unsent: then its fact says why. */
export type OpenRemoval = { fact: VersionFact } & Omit<ItemNames, 'modelId'>;

/** All of them; `session`: whose, absent while no account is signed in. */
export type OpenRemovals = { session?: string; removals: OpenRemoval[] };

/** What a page asks of the background about removals that were not sent. No function rejects. */
export type RemovalMessages = {
  readRemovals(): Promise<Result<OpenRemovals>>;
  /** Resolves with the versions that it could be done for. */
  changeRemovals(session: string, versionIds: VersionId[], how: RemovalChange): Promise<Result<VersionId[]>>;
};

/** These messages in production. */
export const removalMessages: RemovalMessages = {
  readRemovals: () => ask(openRemovals),
  changeRemovals: (session, versionIds, how) =>
    how === 'undo' ? ask(undoRemovals, { session, versionIds }) : ask(changeRemovals, { session, versionIds, how }),
};
