import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import type { Target } from './membership';

/** Where the user asked for it; `window`: where removals are confirmed; `browser`: its menu or a key. */
export type HistoryPlace = 'site' | 'popup' | 'vault-page' | 'window' | 'browser';

/** What was to happen; `again`: every copy removed, then one added. */
type HistoryAct = Target | 'again';

/** One removal or addition that was asked for. Names and size as they were then; absent = not known. */
export type HistoryEntry = {
  id: number;
  /** Epoch ms. */
  at: number;
  versionId: VersionId;
  modelId?: ModelId;
  modelName?: string;
  versionName?: string;
  sizeKb?: number;
  act: HistoryAct;
  place: HistoryPlace;
  /** `undone`: the user took it back before it was sent. Absent as long as it is not known what came of it. */
  end?: 'done' | 'undone' | Problem;
};

/** An entry as pages show it. */
export type ShownEntry = HistoryEntry & {
  /** It was removed, is still out, and is the version's last entry: it may be added again. */
  canAdd?: true;
};
