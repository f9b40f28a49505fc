import type { Connection, Snapshot } from '@/utils/account/account';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Problem, Result } from '@/utils/problem';
import type { Settings } from '@/utils/settings/settings';
import type { ModelFact, VersionFact } from '@/utils/vault/membership';
import type { MirroredItem } from '@/utils/vault/vault-item';
import type { SyncStatus } from '@/utils/vault/vault-summary';
import type { ModelVersions, VersionAvailability } from '@/utils/vault/version-availability';

/** Who may send a message: a content script on the site, one of the extension's own pages, or both. */
export type Caller = 'site' | 'page';

/** What is known now. `problem` says why some of it could not be asked; facts without an answer are `unknown`. */
export type VersionsAnswer = { connection: Connection; facts: VersionFact[]; problem?: Problem };

/** What this browser knows of models, and of whose vault: `session` is absent if nobody is signed in. */
export type CachedModels = { session?: string; models: ModelFact[] };

/**
 * A part of the vault as this browser knows it, in the order of the items' ids, and how well it knows all of it. What stands in for
 * an item that was added a moment ago has a negative id and no names; `facts` are those of its versions that are being changed or
 * went wrong. `session` is absent if nobody is signed in.
 */
export type CachedItems = { session?: string; items: MirroredItem[]; facts: VersionFact[]; status: SyncStatus };

/** What the vault itself calls a version, from when it was added: it outlives the original. Absent = not known. */
export type ItemNames = { modelId?: ModelId; modelName?: string; versionName?: string };

/** A version, and the model that it is of. */
export type VersionOfModel = { versionId: VersionId; modelId: ModelId };

/** How many versions one look-up may ask about: their models come in one answer, which is large. */
export const AVAILABILITIES_AT_ONCE = 20;

/**
 * Who is logged in on civitai.com in this browser, seen from whose vault this is. `unsure`: the key doesn't say whose it is, or the
 * site doesn't say who is logged in.
 */
export type SiteAccount =
  | { who: 'owner' }
  | { who: 'nobody' }
  | { who: 'unsure' }
  | { who: 'other'; username?: string };

/** Room left in the vault, KB, and when the server said so (epoch ms). */
export type FreeSpace = { freeKb: number; asOf: number };

/**
 * What the user wants of one version. A removal carries the moment at which the user confirmed it (epoch ms). `session`: under which
 * sign-in the user was shown what the wish is about; under another one it is refused, for that may be another's vault.
 */
export type Intent = { session: string; versionId: VersionId } & (
  | /** `modelId` lets the model's marks follow at once. */
  { target: 'in'; modelId?: ModelId }
  /** `addAgain`: once it is out, it is to be added again; only then its model matters. */
  | { target: 'out'; confirmedAt: number; addAgain?: true; modelId?: ModelId }
);

/** Items in one answer: a message much larger than this is slow to carry. */
export const ITEMS_AT_ONCE = 1_000;

/** Every message to the background: name → argument and result. */
export type Requests = {
  /** What this browser knows of the versions already, without a request. */
  'cached-versions': { arg: { versionIds: VersionId[] }; result: VersionsAnswer };
  /**
   * Asks which of the versions are in the vault; one batch with everything else that asks at this moment. Nothing is asked about
   * versions that were all confirmed within the last minute, unless `isFresh` wants to hear it again.
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
  /** A tab of the site is in front: what this browser knows of the vault is brought up to date where it is old. */
  'refresh-if-stale': { arg: undefined; result: undefined };
  /**
   * What this browser knows of the vault is brought up to date now, however young it is. `covers`: they are to be seen, and are asked
   * for again where their addresses have run out; the rest may be as old as ever.
   */
  'refresh-now': { arg: { what: 'list' | 'covers' }; result: undefined };
  /** "This version should be in", or "out, confirmed". Settles when it is known how it went. */
  'submit-intent': { arg: Intent; result: Result<VersionFact> };
  /** The site's own button has just sent a toggle of the same vault: no check counts, and nothing is sent, for a while. */
  'toggled-by-site': { arg: { versionId: VersionId }; result: undefined };
  /** The public list of a model's versions. */
  'model-versions': { arg: { modelId: ModelId }; result: Result<ModelVersions> };
  /** What the site offers of one version; looked up, never guessed. */
  'version-availability': { arg: { versionId: VersionId }; result: Result<VersionAvailability> };
  /** The same of at most {@link AVAILABILITIES_AT_ONCE} versions, in their order, with one question about all of their models. */
  availabilities: { arg: { versions: VersionOfModel[] }; result: Result<Result<VersionAvailability>[]> };
  /** Who is logged in on the site: its own downloads work for the vault's owner alone (site-facts.md F.7). */
  'site-account': { arg: undefined; result: Result<SiteAccount> };
  /** How much room the vault has left. */
  'free-space': { arg: undefined; result: Result<FreeSpace> };
  /** Runs the content script's second half in the tab that asks; answers when it has run. */
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

/** What the background tells every open Civitai tab and extension page. */
export type Announcement =
  | { announce: 'facts'; session: string; facts: VersionFact[] }
  | { announce: 'connection'; connection: Connection }
  | { announce: 'settings'; settings: Settings }
  /** Only to extension pages: the stored snapshot has changed. */
  | { announce: 'snapshot' }
  /** How far the vault has been read; to tabs only that it was read to its end. */
  | { announce: 'sync'; status: SyncStatus };

/** What the popup asks of a tab: is Vaulted running there, and what is on screen? */
export type TabQuestion = { question: 'page' };
export type TabAnswer = {
  session?: string;
  versions: number;
  inVault: number;
  /** Why nothing is known of the versions that the page shows, in a sentence. */
  problem?: string;
  /** Models and versions that are marked outside of a version list. */
  marked?: number;
  /** Links to models at places that Vaulted doesn't know: the site has changed. */
  unknownPlaces?: number;
};
