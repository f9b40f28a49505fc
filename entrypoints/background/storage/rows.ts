import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import type { Need } from '@/utils/vault/fit';
import type { Target, VaultState } from '@/utils/vault/membership';
import type { MirroredItem } from '@/utils/vault/vault-item';

/** One intent, written down before anything is sent, so that the next worker can settle it. */
export type IntentRow = {
  target: Target;
  /** Epoch ms. */
  askedAt: number;
  /** When the user confirmed a removal, epoch ms. Gone after a restart: no first removal leaves from a journal. */
  confirmedAt: number | undefined;
  /** A removal after which the version is to be added again. */
  addAgain?: boolean;
  /** What an addition counts. */
  need?: Need;
  /** How many requests were sent for it. */
  attempts: number;
  /** Checks that failed in a row. */
  failedChecks: number;
  /** An answer already said the opposite once: the next request corrects it and is the last. */
  contradicted: boolean;
  /** What went wrong so far; shown if nothing comes of the intent. */
  cause: Problem | undefined;
};

/** One toggle request as it was sent. */
export type SentRequest = {
  meant: Target;
  /** What the check just before it said. */
  before: Target;
  /** Epoch ms; only for developers who read the journal, because the clock may be set at any time. */
  sentAt: number;
  /** Storage used just before, KB, as long as it can prove anything. From the primary, which does not lag. */
  usedKb: number | undefined;
  /** What the version counted against the quota just before, KB, if it was in the vault. */
  sizeKb: number | undefined;
  /** The browser can't have sent it a second time by itself. */
  isStreamed?: boolean;
};

/** What has become of a request. vault/task/attempt.ts has all transitions. */
export type AttemptState =
  /** It may or may not have taken effect. `isOvertaken`: the version was toggled from elsewhere since. */
  | { kind: 'unanswered'; lastSeen: Target | undefined; isOvertaken: boolean }
  /** The answer stands against checks. */
  | { kind: 'answered'; answer: Target }
  /** Checks later than the lag allowance disagree with the answer. */
  | { kind: 'disputed'; answer: Target }
  /** The version was toggled from elsewhere since: the answer does not stand against checks. */
  | { kind: 'overtaken'; answer: Target };

/** The last request for a version, kept until a check has shown what it did. */
export type AttemptRow = SentRequest &
  AttemptState & {
    /** At least so much time has passed since the answer, or since sending while there is none. */
    ageMs: number;
  };

/**
 * A version that left the vault only to be added again. It is tried at every start of the worker, at most hourly, until it is in the vault
 * or the user gives it up.
 */
export type OwedRow = {
  /** When the site last didn't add it, epoch ms; 0: not tried yet. */
  triedAt: number;
  /** The user has signed out since: it is added only if the user says so. `owner`: whose vault it was, if that is known. */
  left?: { owner?: number };
};

/** A removal that the end of its session left unsent: whose vault it was, and when that was, epoch ms. */
export type UnsentRow = { owner: number; at: number };

/** Everything unsettled about one version. Written before anything is sent. */
export type JournalRow = {
  versionId: VersionId;
  /** The intent being carried out. */
  intent: IntentRow | undefined;
  /** Asked for while the request of `intent` was unanswered; the newest intent wins. */
  next: IntentRow | undefined;
  attempt: AttemptRow | undefined;
  /** An intent is settled, but perhaps not every page has heard of it. */
  unannounced: boolean;
  /** Written together with the request that removes it. */
  owed?: OwedRow | undefined;
  /** Nothing is to be done for it: the owner is told at the next sign-in. */
  unsent?: UnsentRow | undefined;
};

/** A version in cooldown: until then (epoch ms) checks may hide what was sent. It outlives the session. */
export type CooldownRow = { versionId: VersionId; until: number };

/** What the server last said of one version. */
export type FactRow = {
  versionId: VersionId;
  state: VaultState;
  /** Epoch ms; 0 while unknown. */
  asOf: number;
  /** The same without lists: when a check or a toggle's answer said so. */
  confirmedAt?: number;
  itemId?: number;
  sizeKb?: number;
  /** How often the vault holds the version, where a list showed it more than once. */
  copies?: number;
  /** The last intent that came to nothing, why and when (epoch ms). It goes with the next intent, or once it has come true by itself. */
  missed?: { target: Target; problem: Problem; at: number };
};

/**
 * One item of the mirrored vault, by its row id. A version that a toggle has just added has a stand-in until a list or a check shows its
 * item: the `id` of a stand-in is the negated version id.
 */
export type ItemRow = MirroredItem & {
  /** The last pass whose list had it; 0: none so far. */
  seenIn: number;
};

/** How far the mirror got, kept under one key. */
export type SyncRow = {
  /** The pass that is being made or was made last. Passes are numbered, because the clock may be set. */
  pass: number;
  /** The whole list is read, or only its start, until something known comes. */
  isFull: boolean;
  /** The pass ended with as many items as the vault has. */
  isWhole: boolean;
  /** The page to read next; 0: none. */
  nextPage: number;
  /** Epoch ms. */
  startedAt: number;
  /** When the last reading of the whole list began, epoch ms. */
  fullAt?: number;
  /** As the last page said. */
  totalItems: number;
  /** Items went while the whole list was read: the pages after them moved up, so some items were never seen. */
  hasShrunk: boolean;
  /** The list showed an item that was not known, and doubles were not counted since. */
  hasNews: boolean;
  /** Versions that the vault holds more than once, and how often. */
  doubles: [VersionId, number][];
  /** So far back all of the mirror is confirmed: the start of the last pass that agreed with the vault, epoch ms. */
  syncedAt?: number;
  /** Why the last try ended without that, and when (epoch ms) the next may start. */
  failed?: { problem: Problem; until: number };
};

/** Keys of {@link ItemRow}s in the indexes. */
export type ItemIndexes = { byVersion: VersionId; byModel: ModelId; byPass: number };
