import type { VersionId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import type { RadarFindings, SwapAsked, SwapOutcome } from '@/utils/messages/radar';
import { isNothing, ONCE, REPEATABLE, request, takes } from '@/utils/messages/request';
import type { SpaceAsked } from '@/utils/vault-view/free-up-url';

// The rows about what the site still has; like requests.ts, only rows are exported here.

const isFindings = (value: unknown): value is RadarFindings =>
  isRecord(value) && Array.isArray(value.gone) && Array.isArray(value.newer) && Array.isArray(value.swaps);

/** What the comparison with the site has found, without a request. */
export const radarFindings = request('radar-findings', 'page', REPEATABLE, takes<undefined>, isFindings);

/** The user has been told what is gone. */
export const radarSeen = request('radar-seen', 'page', REPEATABLE, takes<undefined>, isNothing);

/** Adds the newer version, then removes the old one, if all of it is certain within a minute. */
export const swapVersion = request('swap-version', 'page', ONCE, takes<SwapAsked>, isRecord<SwapOutcome>);

/** The user keeps both versions of a swap that didn't end. */
export const keepBoth = request('keep-both', 'page', REPEATABLE, takes<{ versionId: VersionId }>, isNothing);

/** Opens the vault page in a tab, with the details of a version. */
export const openItem = request('open-item', 'site', ONCE, takes<{ versionId: VersionId }>, isNothing);

/** Opens the vault page in a tab, with "Free up space". */
export const openFreeUp = request('open-free-up', 'site', ONCE, takes<SpaceAsked>, isNothing);
