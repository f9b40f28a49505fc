import type { VersionId } from '@/utils/civitai/ids';
import { changeRemovals, openRemovals, undoRemovals } from '@/utils/messages/rows/removal-requests';
import { ok, type Result } from '@/utils/problem';
import { ask } from './ask';
import type { OpenRemovals, RemovalChange } from './protocol';

/** The worker refuses a message that names more than 2,000 ids. */
const IDS_PER_MESSAGE = 1_000;

/** What a page asks of the background about removals that were not sent. No function rejects. */
export type RemovalMessages = {
  readRemovals(): Promise<Result<OpenRemovals>>;
  /** Resolves with the versions that it could be done for. */
  changeRemovals(session: string, versionIds: VersionId[], how: RemovalChange): Promise<Result<VersionId[]>>;
};

/** These messages in production. */
export const removalMessages: RemovalMessages = {
  readRemovals: () => ask(openRemovals),
  async changeRemovals(session, versionIds, how) {
    const done: VersionId[] = [];
    for (let start = 0; start < versionIds.length; start += IDS_PER_MESSAGE) {
      const part = { session, versionIds: versionIds.slice(start, start + IDS_PER_MESSAGE) };
      const answer = how === 'undo' ? await ask(undoRemovals, part) : await ask(changeRemovals, { ...part, how });
      if (!answer.ok) return answer;
      done.push(...answer.value);
    }
    return ok(done);
  },
};
