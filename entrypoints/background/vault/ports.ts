import type { VaultApi } from '@/entrypoints/background/api/vault-api';
import type { FactRow, JournalRow, QuietRow } from '@/entrypoints/background/storage/rows';
import type { VersionId } from '@/utils/civitai/ids';
import type { Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { VaultItem } from '@/utils/vault/vault-item';
import type { VersionOffer } from '@/utils/vault/version-availability';

/** Time as the engine knows it. A parameter, so that tests can run days in milliseconds. */
export type Clock = {
  /** Epoch ms. May be set at any time, so it dates things and decides nothing but whether a removal is too old. */
  now(): number;
  /** Ms since some moment of this worker's life. Never runs backwards and never faster than real time; it may stand still in sleep. */
  elapsed(): number;
  /** Resolves after `ms` or as soon as `signal` aborts; never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Has the worker woken after `ms`, even from the dead (`engine.wake`); `undefined`: no more. */
  wakeAfter(ms: number | undefined): void;
};

/** One change of what is stored; all of it or nothing. */
export type Change = {
  journal?: JournalRow;
  /** Its journal row is over. */
  settled?: VersionId;
  facts?: readonly FactRow[];
  /** A version to be left alone for a while. */
  quiet?: QuietRow;
  /** Items that a check showed, whose facts are among `facts`. */
  items?: readonly VaultItem[];
};

/** `quiet` is of earlier sessions, too. */
export type Stored = { journal: JournalRow[]; facts: FactRow[]; quiet: QuietRow[] };

/** Where journal and facts outlive the worker. Everything belongs to one session; changes apply in the order in which they were asked for. */
export type VaultStore = {
  load(session: string): Promise<Stored>;
  /** Resolves once it would survive a crash. False: the session is over and nothing was written. */
  save(session: string, change: Change): Promise<boolean>;
  /** Forgets facts. */
  forget(session: string, versionIds: readonly VersionId[]): Promise<void>;
};

/** Who is signed in. */
export type Session = { session: string; canWrite: boolean };

export type EngineApi = Pick<VaultApi, 'check' | 'toggle' | 'vault'>;

/** Everything that the vault of one session needs of the world. */
export type VaultParts = {
  api: EngineApi;
  store: VaultStore;
  clock: Clock;
  /** From 0 to below 1; spreads retries. */
  random(): number;
  offers: { versionOffer(versionId: VersionId, signal?: AbortSignal): Promise<Result<VersionOffer>> };
  session(): Promise<Session | undefined>;
  /** Facts that have changed, to be told to every page. */
  onChange(facts: VersionFact[], session: string): void;
};

/** The same for the engine: `apiOf` asks with that session's key and no other, and not at all once it is over. */
export type EngineParts = Omit<VaultParts, 'api'> & { apiOf(session: string): EngineApi };
