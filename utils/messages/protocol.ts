import type { Connection } from '@/utils/account/account';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import type { Settings } from '@/utils/settings/settings';
import type { Need } from '@/utils/vault/fit';
import type { ModelFact, VersionFact } from '@/utils/vault/membership';
import type { MirroredItem } from '@/utils/vault/vault-item';
import type { SyncStatus } from '@/utils/vault/vault-summary';
import type { ScreenPoint } from './own-ground';

/** What is known now. `problem` says why some versions could not be checked; facts without an answer are `unknown`. */
export type VersionsAnswer = { connection: Connection; facts: VersionFact[]; problem?: Problem };

/** What this browser knows of models, and in which session: absent while no account is signed in. */
export type CachedModels = { session?: string; models: ModelFact[] };

/**
 * The vault as this browser knows it, the largest ids first, and how well it knows all of it. The stand-in for an item that was just
 * added has a negative id, and only the names that a page gave it. `facts`: those of its versions with an activity or a problem;
 * `session`: absent while no account is signed in.
 */
export type CachedItems = { session?: string; items: MirroredItem[]; facts: VersionFact[]; status: SyncStatus };

/** A part of it; `unread`: how many items come after the last of these. */
export type CachedPart = CachedItems & { unread: number };

/** What the vault calls a version, as it was when it was added: the names outlive the original. Absent = not known. */
export type ItemNames = { modelId?: ModelId; modelName?: string; versionName?: string };

/** The versions that a message is about. */
export type VersionIds = { versionIds: VersionId[] };

/**
 * Versions that a page shows. `confirm`: those of them for which the list is not enough; with `isFresh` they are checked however recently
 * they were confirmed. Left out, all of them are.
 */
export type VersionsAsked = VersionIds & { confirm?: VersionId[]; isFresh?: boolean };

/** A version and its model. */
export type VersionOfModel = { versionId: VersionId; modelId: ModelId };

/** How many versions one look-up may ask about: their models come in one answer, which is large. */
export const AVAILABILITIES_AT_ONCE = 20;

/**
 * Who is logged in on civitai.com in this browser, compared with the vault's owner. `unsure`: the key doesn't say whose it is, or the
 * site doesn't say who is logged in.
 */
export type SiteAccount =
  | { who: 'owner' }
  | { who: 'nobody' }
  | { who: 'unsure' }
  | { who: 'other'; username?: string };

/** Free space in the vault, KB, and when the server said so (epoch ms). `listProblem`: why this browser can't keep what cards are marked by. */
export type FreeSpace = { freeKb: number; asOf: number; listProblem?: Problem };

/**
 * What the user intends for one version. A removal carries the moment of its confirmation (epoch ms). `session`: the sign-in whose vault
 * the page shows; under another one the intent is refused, because that may be another vault.
 */
export type Intent = { session: string; versionId: VersionId } & (
  | /**
   * Lets the model's marks and the popup follow at once; names as the page says them, until the vault's list has them. `isOfList`: one of
   * several that the user has confirmed together. `need`: what it counts (site-facts.md F.4); with less free than the least it isn't sent.
   */
  { target: 'in'; modelId?: ModelId; modelName?: string; versionName?: string; isOfList?: true; need?: Need }
  /** `addAgain`: once it is out, it is to be added again; only then its model matters. Pages of the extension alone ask for that.
   * `pressedAt`: where a page of the site was pressed. */
  | { target: 'out'; confirmedAt: number; addAgain?: true; modelId?: ModelId; pressedAt?: ScreenPoint; isOfList?: true }
);

/** What the user wants of a removal that was not sent: to take it back, to wait no longer, or that it stays confirmed while it is on screen. */
export type RemovalChange = 'undo' | 'now' | 'still';

/** A removal that can be taken back, or that was left unsent: then its fact says why. */
export type OpenRemoval = { fact: VersionFact } & Omit<ItemNames, 'modelId'>;

/** What came of the browser's menu or a key, in a sentence. `at`: epoch ms. */
export type MenuResult = { at: number; text: string; isProblem: boolean };

/** All of them, and the last results of menu and keys; `session`: whose, absent while no account is signed in. */
export type OpenRemovals = { session?: string; removals: OpenRemoval[]; results?: MenuResult[] };

/** No name on the site is longer. A page's words are cut there, and longer ones refused. */
export const MAX_NAME_LENGTH = 300;

/** A removal of every row of a version, after which it is added again, so that there is one. */
export type ReAdd = Extract<Intent, { target: 'out' }> & { addAgain: true };

/** Items in one answer: a message much larger than this is slow to carry. */
export const ITEMS_AT_ONCE = 1_000;
/** Items in the first answer: more than any screen shows, and read at once. */
export const FIRST_ITEMS = 200;

/** What the background sends to every open Civitai tab and extension page. */
export type Announcement =
  | { announce: 'facts'; session: string; facts: VersionFact[] }
  | { announce: 'connection'; connection: Connection }
  | { announce: 'settings'; settings: Settings }
  /** Only to extension pages: the stored snapshot has changed. */
  | { announce: 'snapshot' }
  /** What came of the browser's menu or a key: a sentence for the page on screen. */
  | { announce: 'result'; text: string }
  /** How far the vault has been read; to tabs only the end. */
  | { announce: 'sync'; status: SyncStatus };
