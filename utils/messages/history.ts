import { clearHistory, readHistory } from '@/utils/messages/rows/history-requests';
import { submitIntent, versionAvailability } from '@/utils/messages/rows/requests';
import type { Result } from '@/utils/problem';
import type { ShownEntry } from '@/utils/vault/history';
import type { VersionFact } from '@/utils/vault/membership';
import { ask } from './ask';

/** What a page asks of the background about the history. No function rejects. */
export type HistoryMessages = {
  /** The newest entries; `session`: whose they are. */
  readHistory(count: number): Promise<Result<{ session?: string; entries: ShownEntry[] }>>;
  clearHistory(): Promise<void>;
  /** Adds the version of an entry again, in that sign-in's vault. */
  addAgain(session: string, entry: ShownEntry): Promise<Result<VersionFact>>;
};

/** These messages in production. */
export const historyMessages: HistoryMessages = {
  readHistory: count => ask(readHistory, { count }),
  clearHistory: async () => void (await ask(clearHistory)),
  async addAgain(session, { versionId, modelId, modelName, versionName }) {
    // Its files may be others by now. What can't be looked up may fit.
    const found = await ask(versionAvailability, { versionId });
    return ask(submitIntent, {
      ...{ session, versionId, target: 'in' },
      ...(found.ok && found.value.need && { need: found.value.need }),
      ...(modelId !== undefined && { modelId }),
      ...(modelName && versionName && { modelName, versionName }),
    });
  },
};
