import type { VersionId } from '@/utils/civitai/ids';
import { keepBoth, radarFindings, radarSeen, swapVersion } from '@/utils/messages/rows/radar-requests';
import type { Result } from '@/utils/problem';
import { ask } from './ask';
import type { RadarFindings, SwapAsked, SwapOutcome } from './radar';

/** What a page asks of the background about what the site still has. No function rejects. */
export type RadarMessages = {
  readFindings(): Promise<Result<RadarFindings>>;
  /** The user has seen what is gone. */
  markGoneSeen(): Promise<void>;
  swap(asked: SwapAsked): Promise<Result<SwapOutcome>>;
  keepBoth(versionId: VersionId): Promise<void>;
};

/** These messages in production. */
export const radarMessages: RadarMessages = {
  readFindings: () => ask(radarFindings),
  markGoneSeen: async () => void (await ask(radarSeen)),
  swap: asked => ask(swapVersion, asked),
  keepBoth: async versionId => void (await ask(keepBoth, { versionId })),
};
