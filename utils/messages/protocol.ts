import type { Connection, Snapshot } from '@/utils/account/account';
import type { SiteAccount } from '@/utils/account/site-account';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Problem, Result } from '@/utils/problem';
import type { Settings } from '@/utils/settings/settings';
import type { ModelFact, VersionFact } from '@/utils/vault/membership';
import type { MirroredItem } from '@/utils/vault/vault-item';
import type { SyncStatus } from '@/utils/vault/vault-summary';
import type { ModelVersions, VersionAvailability } from '@/utils/vault/version-availability';

/** Who may send a message: a content script on the site, one of the extension's own pages, or both. */
export type Caller = 'site' | 'page';

/** What is known now. `problem` says why some versions could not be checked; facts without an answer are `unknown`. */
export type VersionsAnswer = { connection: Connection; facts: VersionFact[]; problem?: Problem };

/** What this browser knows of models, and in which session: absent while no account is signed in. */
export type CachedModels = { session?: string; models: ModelFact[] };

/**
 * A part of the vault as this browser knows it, in the order of the items' ids, and how well it knows all of it. The stand-in for an item
 * that was just added has a negative id and no names. `facts`: those of its versions with an activity or a problem; `session`: absent
 * while no account is signed in.
 */
export type CachedItems = { session?: string; items: MirroredItem[]; facts: VersionFact[]; status: SyncStatus };

/** What the vault calls a version, as it was when it was added: the names outlive the original. Absent = not known. */
export type ItemNames = { modelId?: ModelId; modelName?: string; versionName?: string };

/** A version and its model. */
export type VersionOfModel = { versionId: VersionId; modelId: ModelId };

/** How many versions one look-up may ask about: their models come in one answer, which is large. */
export const AVAILABILITIES_AT_ONCE = 20;

/** Free space in the vault, KB, and when the server said so (epoch ms). */
export type FreeSpace = { freeKb: number; asOf: number };

/**
 * What the user intends for one version. A removal carries the moment of its confirmation (epoch ms). `session`: the sign-in whose vault
 * the page shows; under another one the intent is refused, because that may be another vault.
 */
export type Intent = { session: string; versionId: VersionId } & (
  | /** `modelId` lets the model's marks follow at once. */
  { target: 'in'; modelId?: ModelId }
  /** `addAgain`: once it is out, it is to be added again; only then its model matters. Pages of the extension alone ask for that. */
  | { target: 'out'; confirmedAt: number; addAgain?: true; modelId?: ModelId }
);

/** Items in one answer: a message much larger than this is slow to carry. */
export const ITEMS_AT_ONCE = 1_000;

/** Every message to the background: name → argument and result. */
export type Requests = {
  /** What this browser knows of the versions, without a request. */
  'cached-versions': { arg: { versionIds: VersionId[] }; result: VersionsAnswer };
  /**
   * Checks which of the versions are in the vault, in one batch with all other checks of this moment. Without `isFresh`, versions that
   * were all confirmed within the last minute are not checked again.
   */
  'check-versions': { arg: { versionIds: VersionId[]; isFresh?: boolean }; result: VersionsAnswer };
  /** What this browser knows of the models, without a request. */
  'cached-models': { arg: { modelIds: ModelId[] }; result: CachedModels };
  /** At most {@link ITEMS_AT_ONCE} items with ids above `after`, without a request; fewer: those were the last. */
  'cached-items': { arg: { after?: number }; result: CachedItems };
  /** What the vault calls a version, as far as this browser knows; without a request. */
  'item-names': { arg: { versionId: VersionId }; result: ItemNames };
  /** What the user has chosen; content scripts can't read it themselves. */
  settings: { arg: undefined; result: Settings };
  /** A tab of the site is in front: the mirror is brought up to date if it is old. */
  'refresh-if-stale': { arg: undefined; result: undefined };
  /**
   * `list`: the mirror is brought up to date, however young it is. `covers`: a page shows covers, whose addresses are asked for again if
   * they have run out.
   */
  'refresh-now': { arg: { what: 'list' | 'covers' }; result: undefined };
  /** "This version should be in", or "out, confirmed". Answered when it is known what came of it. */
  'submit-intent': { arg: Intent; result: Result<VersionFact> };
  /** "Remove it, then add it again": where more than the removal is at stake, only a page of the extension may ask. */
  're-add': { arg: Extract<Intent, { target: 'out' }> & { addAgain: true }; result: Result<VersionFact> };
  /** A version that left the vault only to be added again need not be added any more. */
  'dismiss-owed': { arg: { versionId: VersionId }; result: undefined };
  /** The site's own button has just sent a toggle of the same vault: the version's cooldown begins. */
  'toggled-by-site': { arg: { versionId: VersionId }; result: undefined };
  /** The public list of a model's versions. */
  'model-versions': { arg: { modelId: ModelId }; result: Result<ModelVersions> };
  /** Whether the site still gives the version to everyone; looked up, never guessed. */
  'version-availability': { arg: { versionId: VersionId }; result: Result<VersionAvailability> };
  /**
   * The same for at most {@link AVAILABILITIES_AT_ONCE} versions, in their order, with one request for all of their models. `isFresh`: no
   * cache of ours or of the site may answer.
   */
  availabilities: {
    arg: { versions: VersionOfModel[]; isFresh?: boolean };
    result: Result<Result<VersionAvailability>[]>;
  };
  /** Who is logged in on the site: its own downloads work for the vault's owner alone (site-facts.md F.7). */
  'site-account': { arg: undefined; result: Result<SiteAccount> };
  /** The vault's free space, from fresh figures. */
  'free-space': { arg: undefined; result: Result<FreeSpace> };
  /** Runs the on-demand script in the tab that asks; answered when it has run. */
  'load-on-demand-script': { arg: undefined; result: Record<string, never> };
  /** Opens the popup's page in a tab to sign in. */
  'open-sign-in': { arg: undefined; result: undefined };
  /** Checks and stores a key, with `isBrief` only until the browser closes. Result: who it belongs to. */
  'sign-in': { arg: { key: string; isBrief?: boolean }; result: Result<Connection> };
  'sign-out': { arg: undefined; result: undefined };
  /** Asks the API for quota and account, stores them as the snapshot, and returns it. */
  'refresh-account': { arg: undefined; result: Result<Snapshot> };
};

export type RequestName = keyof Requests;

/** The guest list: everything not named for a caller is refused. */
export const allowedCallers: { readonly [Name in RequestName]: readonly Caller[] } = {
  'cached-versions': ['site', 'page'],
  'check-versions': ['site', 'page'],
  'refresh-if-stale': ['site', 'page'],
  'submit-intent': ['site', 'page'],
  're-add': ['page'],
  'dismiss-owed': ['page'],
  'toggled-by-site': ['site'],
  'model-versions': ['site'],
  'version-availability': ['site', 'page'],
  'cached-models': ['site', 'page'],
  'cached-items': ['page'],
  'item-names': ['site'],
  settings: ['site'],
  availabilities: ['page'],
  'site-account': ['page'],
  'refresh-now': ['page'],
  'free-space': ['site'],
  'load-on-demand-script': ['site'],
  'open-sign-in': ['site'],
  'sign-in': ['page'],
  'sign-out': ['page'],
  'refresh-account': ['page'],
};

/** What the background sends to every open Civitai tab and extension page. */
export type Announcement =
  | { announce: 'facts'; session: string; facts: VersionFact[] }
  | { announce: 'connection'; connection: Connection }
  | { announce: 'settings'; settings: Settings }
  /** Only to extension pages: the stored snapshot has changed. */
  | { announce: 'snapshot' }
  /** How far the vault has been read; to tabs only the end. */
  | { announce: 'sync'; status: SyncStatus };
