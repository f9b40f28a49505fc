import type { Connection, Snapshot } from '@/utils/account/account';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import type { Problem, Result } from '@/utils/problem';
import type { Settings } from '@/utils/settings/settings';
import type { VersionFact } from '@/utils/vault/membership';
import type { ModelVersions, VersionAvailability } from '@/utils/vault/version-availability';
import type {
  CachedItems,
  CachedModels,
  FreeSpace,
  Intent,
  ItemNames,
  SiteAccount,
  VersionIds,
  VersionOfModel,
  VersionsAnswer,
  VersionsAsked,
} from './protocol';
import { holdsList, isList, isNothing, isObject, request, takes } from './request';

// One row for each message: name, who may send it, whether it may be repeated, what its answer has to hold. Only rows are exported here:
// each has its endpoint in the background (entrypoints/background/messages/endpoints.ts).

const isVersionsAnswer = (value: unknown): value is VersionsAnswer =>
  holdsList(value, 'facts') && isRecord(value.connection);
const isCachedModels = (value: unknown): value is CachedModels => holdsList(value, 'models');
const isCachedItems = (value: unknown): value is CachedItems => holdsList(value, 'items');
const isSettings = (value: unknown): value is Settings => holdsList(value, 'hidden');

/** After silence only a check can tell what came of an intent: it may have been carried out. */
function takesIntent({ target }: Intent): Problem {
  return { kind: 'unsettled', target };
}

/** What this browser knows of the versions, without a request. */
export const cachedVersions = request('cached-versions', 'both', 'repeatable', takes<VersionIds>, isVersionsAnswer);

/**
 * Checks which of the versions are in the vault, in one batch with all other checks of this moment. Without `isFresh`, versions that were
 * all confirmed within the last minute are not checked again.
 */
export const checkVersions = request('check-versions', 'both', 'repeatable', takes<VersionsAsked>, isVersionsAnswer);

/** What this browser knows of the models, without a request. */
export const cachedModels = request(
  'cached-models',
  'both',
  'repeatable',
  takes<{ modelIds: ModelId[] }>,
  isCachedModels,
);

/** At most `ITEMS_AT_ONCE` items with ids above `after`, without a request; fewer: those were the last. */
export const cachedItems = request('cached-items', 'page', 'repeatable', takes<{ after?: number }>, isCachedItems);

/** What the vault calls a version, as far as this browser knows; without a request. */
export const itemNames = request(
  'item-names',
  'site',
  'repeatable',
  takes<{ versionId: VersionId }>,
  isObject<ItemNames>,
);

/** What the user has chosen; content scripts can't read it themselves. */
export const userSettings = request('settings', 'site', 'repeatable', takes<undefined>, isSettings);

/** A tab of the site is in front: the mirror is brought up to date if it is old. */
export const refreshIfStale = request('refresh-if-stale', 'both', 'once', takes<undefined>, isNothing);

/**
 * `list`: the mirror is brought up to date, however young it is. `covers`: a page shows covers, whose addresses are asked for again if
 * they have run out.
 */
export const refreshNow = request('refresh-now', 'page', 'once', takes<{ what: 'list' | 'covers' }>, isNothing);

/** "This version should be in", or "out, confirmed". Answered when it is known what came of it. */
export const submitIntent = request('submit-intent', 'both', 'once', takesIntent, isObject<VersionFact>);

/** The site's own button has just sent a toggle of the same vault: the version's cooldown begins. */
export const toggledBySite = request('toggled-by-site', 'site', 'once', takes<{ versionId: VersionId }>, isNothing);

/** The public list of a model's versions. */
export const modelVersions = request(
  'model-versions',
  'site',
  'repeatable',
  takes<{ modelId: ModelId }>,
  isObject<ModelVersions>,
);

/** Whether the site still gives the version to everyone; looked up, never guessed. */
export const versionAvailability = request(
  'version-availability',
  'both',
  'repeatable',
  takes<{ versionId: VersionId }>,
  isObject<VersionAvailability>,
);

/** The same for at most `AVAILABILITIES_AT_ONCE` versions, in their order, with one request for all of their models. */
export const availabilities = request(
  'availabilities',
  'page',
  'repeatable',
  takes<{ versions: VersionOfModel[] }>,
  isList<Result<VersionAvailability>>,
);

/** Who is logged in on the site: its own downloads work for the vault's owner alone (site-facts.md F.7). */
export const siteAccount = request('site-account', 'page', 'repeatable', takes<undefined>, isObject<SiteAccount>);

/** The vault's free space, from fresh figures. */
export const freeSpace = request('free-space', 'site', 'repeatable', takes<undefined>, isObject<FreeSpace>);

/** Runs the on-demand script in the tab that asks; answered when it has run. */
export const loadOnDemandScript = request(
  'load-on-demand-script',
  'site',
  'repeatable',
  takes<undefined>,
  isObject<Record<string, never>>,
);

/** Opens the popup's page in a tab to sign in. */
export const openSignIn = request('open-sign-in', 'site', 'once', takes<undefined>, isNothing);

/** Checks and stores a key, with `isBrief` only until the browser closes. Value: who it belongs to. */
export const signIn = request(
  'sign-in',
  'page',
  'once',
  takes<{ key: string; isBrief?: boolean }>,
  isObject<Connection>,
);

/** Forgets the key and all that was read with it. The silence of a stopped worker looks like its answer: ask for `refreshAccount`. */
export const signOut = request('sign-out', 'page', 'once', takes<undefined>, isNothing);

/** Asks the API for quota and account, stores them as the snapshot, and returns it. */
export const refreshAccount = request('refresh-account', 'page', 'repeatable', takes<undefined>, isObject<Snapshot>);
