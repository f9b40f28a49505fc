import type { ModelId, VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import type { Target, VaultState } from '@/utils/vault/membership';
import type { MirroredItem } from '@/utils/vault/vault-item';

/** One intent, written down before anything is sent, so that a killed worker can settle it. */
export type IntentRow = {
  target: Target;
  /** Epoch ms. */
  askedAt: number;
  /** When the user confirmed a removal, epoch ms. Gone after a restart: no first removal leaves from a journal. */
  confirmedAt: number | undefined;
  /** A removal after which the version is to be added again. */
  addAgain?: boolean;
  /** How often something was sent for it. */
  attempts: number;
  /** Looks that failed in a row. */
  failedChecks: number;
  /** An answer already said the opposite once: the next request corrects it, and is the last. */
  contradicted: boolean;
  /** What went wrong so far, told if it comes to nothing. */
  cause: Problem | undefined;
};

/** The last request for a version, kept until a check has shown what it did. */
export type AttemptRow = {
  meant: Target;
  /** What the check just before it said. */
  before: Target;
  /** Epoch ms; for people who read the journal. Nothing is decided by it: the clock may be set at any time. */
  sentAt: number;
  /** So much time has passed at least: since the answer, or since sending while there is none. */
  ageMs: number;
  /** What the answer told us; `undefined`: no answer, it may or may not have taken effect. */
  answer: Target | undefined;
  /** Storage used just before, KB, if known. From the primary, which does not lag. */
  usedKb: number | undefined;
  /** What the version counted against the quota just before, KB, if it was kept. */
  sizeKb: number | undefined;
  /** What the last look said while there was no answer. */
  seen: Target | undefined;
  /** Checks later than the lag allowance disagree with the answer. */
  disputed: boolean;
  /** Somebody else has toggled the version since: the answer does not stand against checks. */
  overtaken?: boolean;
};

/** What is going on with one version. Written before anything is sent. */
export type JournalRow = {
  versionId: VersionId;
  /** The intent being carried out. */
  intent: IntentRow | undefined;
  /** Asked for while `intent` was out; the newest intent wins. */
  next: IntentRow | undefined;
  attempt: AttemptRow | undefined;
  /** An intent is settled, but perhaps not every page has heard of it. */
  unannounced: boolean;
};

/** A version that must be left alone: until then (epoch ms) checks may hide what was sent. It outlives the session. */
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
  /** The last intent that came to nothing, why and when (epoch ms); until it is intended again or has come true by itself. */
  missed?: { target: Target; problem: Problem; at: number };
};

/**
 * One item of the mirrored vault, by its row id. What stands in for an item that nobody has shown yet, because a toggle has just made
 * it, has the negated version id as its `id`.
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
  /** When the whole list was last begun to be read, epoch ms. */
  fullAt?: number;
  /** As the last page said. */
  totalItems: number;
  /** Items went while the whole list was read: the pages after them have moved up, so some were never seen. */
  hasShrunk: boolean;
  /** Something was listed that had not been before, and doubles were not counted since. */
  hasNews: boolean;
  /** Versions that the vault holds more than once, and how often. */
  doubles: [VersionId, number][];
  /** So far back all of the mirror is confirmed: the start of the last pass that agreed with the vault, epoch ms. */
  syncedAt?: number;
  /** Why the last try ended without that, and before when (epoch ms) there is no other. */
  failed?: { problem: Problem; until: number };
};

/** Keys of {@link ItemRow}s in the indexes. */
export type ItemIndexes = { byVersion: VersionId; byModel: ModelId; byPass: number };
