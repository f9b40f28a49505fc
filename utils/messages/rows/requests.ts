import type { Connection, Snapshot } from '@/utils/account/account';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import type {
  CachedModels,
  CachedPart,
  FreeSpace,
  Intent,
  ItemNames,
  SiteAccount,
  VersionIds,
  VersionOfModel,
  VersionsAnswer,
  VersionsAsked,
} from '@/utils/messages/protocol';
import { isList, isNothing, ONCE, REPEATABLE, request, takes } from '@/utils/messages/request';
import type { Problem, Result } from '@/utils/problem';
import type { Settings } from '@/utils/settings/settings';
import type { VersionFact } from '@/utils/vault/membership';
import type { ModelVersions, VersionAvailability } from '@/utils/vault/version-availability';

// One row for each message: name, who may send it, whether it may be repeated, what its answer has to hold. Only rows are exported here:
// each has its endpoint in the background (entrypoints/background/messages/endpoints.ts).

const isVersionsAnswer = (value: unknown): value is VersionsAnswer =>
  isRecord(value) && Array.isArray(value.facts) && isRecord(value.connection);
const isCachedModels = (value: unknown): value is CachedModels => isRecord(value) && Array.isArray(value.models);
const isCachedPart = (value: unknown): value is CachedPart =>
  isRecord(value) && Array.isArray(value.items) && typeof value.unread === 'number';
const isSettings = (value: unknown): value is Settings => isRecord(value) && Array.isArray(value.hidden);

/** After silence only a check can tell what came of an intent: it may have been carried out. */
function takesIntent({ target }: Intent): Problem {
  return { kind: 'unsettled', target };
}

/** What this browser knows of the versions, without a request. */
export const cachedVersions = request('cached-versions', 'both', REPEATABLE, takes<VersionIds>, isVersionsAnswer);

/**
 * Checks which of the versions are in the vault, in one batch with all other checks of this moment. Without `isFresh`, versions that were
 * all confirmed within the last minute are not checked again.
 */
export const checkVersions = request('check-versions', 'both', REPEATABLE, takes<VersionsAsked>, isVersionsAnswer);

/** What this browser knows of the models, without a request. */
export const cachedModels = request(
  'cached-models',
  'both',
  REPEATABLE,
  takes<{ modelIds: ModelId[] }>,
  isCachedModels,
);

/** At most `ITEMS_AT_ONCE` items with ids below `before`, or the first `FIRST_ITEMS`, without a request. */
export const cachedItems = request('cached-items', 'page', REPEATABLE, takes<{ before?: number }>, isCachedPart);

/** What the vault calls a version, as far as this browser knows; without a request. */
export const itemNames = request(
  'item-names',
  'site',
  REPEATABLE,
  takes<{ versionId: VersionId }>,
  isRecord<ItemNames>,
);

/** What the user has chosen; content scripts can't read it themselves. */
export const userSettings = request('settings', 'site', REPEATABLE, takes<undefined>, isSettings);

/** A tab of the site is in front: the mirror is brought up to date if it is old. */
export const refreshIfStale = request('refresh-if-stale', 'both', ONCE, takes<undefined>, isNothing);

/**
 * `list`: the mirror is brought up to date, however young it is. `covers`: a page shows covers, whose addresses are asked for again if
 * they have run out.
 */
export const refreshNow = request('refresh-now', 'page', ONCE, takes<{ what: 'list' | 'covers' }>, isNothing);

/** "This version should be in", or "out, confirmed". Answered when it is known what came of it. */
export const submitIntent = request('submit-intent', 'both', ONCE, takesIntent, isRecord<VersionFact>);

/** "Remove it, then add it again": where more than the removal is at stake, only a page of the extension may ask. */
export const reAdd = request('re-add', 'page', ONCE, takesIntent, isRecord<VersionFact>);

/** A version that left the vault only to be added again need not be added any more. */
export const dismissOwed = request('dismiss-owed', 'page', REPEATABLE, takes<{ versionId: VersionId }>, isNothing);

/** The site's own button has just sent a toggle of the same vault: the version's cooldown begins. */
export const toggledBySite = request('toggled-by-site', 'site', ONCE, takes<{ versionId: VersionId }>, isNothing);

/** The public list of a model's versions. */
export const modelVersions = request(
  'model-versions',
  'site',
  REPEATABLE,
  takes<{ modelId: ModelId; isFresh?: boolean }>,
  isRecord<ModelVersions>,
);

/** Whether the site still gives the version to everyone; looked up, never guessed. */
export const versionAvailability = request(
  'version-availability',
  'both',
  REPEATABLE,
  takes<{ versionId: VersionId }>,
  isRecord<VersionAvailability>,
);

/**
 * The same for at most `AVAILABILITIES_AT_ONCE` versions, in their order, with one request for all of their models. `isFresh`: no cache of
 * ours or of the site may answer.
 */
export const availabilities = request(
  'availabilities',
  'page',
  REPEATABLE,
  takes<{ versions: VersionOfModel[]; isFresh?: boolean }>,
  isList<Result<VersionAvailability>>,
);

/** Who is logged in on the site: its own downloads work for the vault's owner alone (site-facts.md F.7). */
export const siteAccount = request('site-account', 'page', REPEATABLE, takes<undefined>, isRecord<SiteAccount>);

/** The vault's free space, kept true to own changes. `true`: it has to be fresh, as others may have changed it. */
export const freeSpace = request('free-space', 'site', REPEATABLE, takes<boolean | undefined>, isRecord<FreeSpace>);

/** Runs the on-demand script in the tab that asks; answered when it has run. */
export const loadOnDemandScript = request(
  'load-on-demand-script',
  'site',
  REPEATABLE,
  takes<undefined>,
  isRecord<Record<string, never>>,
);

/** Opens the popup's page in a tab to sign in. */
export const openSignIn = request('open-sign-in', 'site', ONCE, takes<undefined>, isNothing);

/** Checks and stores a key, with `isBrief` only until the browser closes. Value: who it belongs to. */
export const signIn = request('sign-in', 'page', ONCE, takes<{ key: string; isBrief?: boolean }>, isRecord<Connection>);

/** Forgets the key and all that was read with it. The silence of a stopped worker looks like its answer: ask for `refreshAccount`. */
export const signOut = request('sign-out', 'page', ONCE, takes<undefined>, isNothing);

/** Where what is stored can't be read any more, begins with a new store: the key is asked for again. Otherwise does nothing. */
export const startAfresh = request('start-afresh', 'page', ONCE, takes<undefined>, isNothing);

/** Asks the API for quota and account, stores them as the snapshot, and returns it. */
export const refreshAccount = request('refresh-account', 'page', REPEATABLE, takes<undefined>, isRecord<Snapshot>);
