import type { VaultApi } from '@/entrypoints/background/api/vault-api';
import type { VaultStore } from '@/entrypoints/background/storage/vault-store';
import type { Clock } from '@/entrypoints/background/timing/clock';
import type { VersionId } from '@/utils/civitai/ids';
import type { Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { VersionAvailability } from '@/utils/vault/version-availability';

/** Who is signed in. `isLogin`: with the site's own login, which only reads. */
export type Session = { session: string; canWrite: boolean; isLogin?: true };

export type EngineApi = Pick<VaultApi, 'check' | 'toggle' | 'carriesStreams' | 'vault' | 'list'>;

/** Everything that the vault of one session needs from outside. */
export type VaultParts = {
  api: EngineApi;
  store: VaultStore;
  clock: Clock;
  /** From 0 to below 1; spreads retries. */
  random(): number;
  availability: {
    versionAvailability(versionId: VersionId, signal?: AbortSignal): Promise<Result<VersionAvailability>>;
  };
  session(): Promise<Session | undefined>;
  /** A toggle that was sent at `sentAt` (epoch ms) has changed the storage used by `kb`; absent: it isn't known by how much, or whether. */
  usageChanged(session: string, sentAt: number, kb?: number): void;
  /** Facts that have changed, for every page. */
  onChange(facts: VersionFact[], session: string): void;
};

/** The same for the engine: `apiOf` asks with that session's key and no other, and not at all once it is over. */
export type EngineParts = Omit<VaultParts, 'api'> & { apiOf(session: string): EngineApi };
