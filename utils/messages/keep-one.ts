import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { availabilities, dismissOwed, reAdd, submitIntent } from '@/utils/messages/rows/requests';
import { fail, type Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { VersionAvailability } from '@/utils/vault/version-availability';
import { ask } from './ask';
import type { ReAdd, VersionOfModel } from './protocol';

/** What a page asks of the background for versions that are in the vault twice, or that have to come back. No function rejects. */
export type KeepOneMessages = {
  /** The site's availability of one version, answered by no cache. */
  freshAvailability(version: VersionOfModel): Promise<Result<VersionAvailability>>;
  /** Removes every row and adds the version again. Resolves when it is known what came of it. */
  reAdd(intent: Omit<ReAdd, 'target' | 'addAgain'>): Promise<Result<VersionFact>>;
  /** Adds a version that has to come back, now. */
  addOwed(session: string, versionId: VersionId, modelId?: ModelId): Promise<Result<VersionFact>>;
  /** The user no longer wants it back. */
  dismissOwed(versionId: VersionId): Promise<void>;
};

/** These messages in production. */
export const keepOneMessages: KeepOneMessages = {
  async freshAvailability(version) {
    const answer = await ask(availabilities, { versions: [version], isFresh: true });
    return answer.ok ? (answer.value[0] ?? fail({ kind: 'unexpected' })) : answer;
  },
  reAdd: intent => ask(reAdd, { ...intent, target: 'out', addAgain: true }),
  addOwed: (session, versionId, modelId) =>
    ask(submitIntent, { session, versionId, target: 'in', ...(modelId !== undefined && { modelId }) }),
  dismissOwed: async versionId => void (await ask(dismissOwed, { versionId })),
};
