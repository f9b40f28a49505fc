import type { Snapshot } from '@/utils/account';
import type { Result } from '@/utils/problem';
import type { Announcement, KnownItems } from '@/utils/protocol';

/** Everything the vault page needs of the world around it; none of it rejects. */
export type VaultHost = {
  readSnapshot(): Promise<Snapshot | undefined>;
  /** A part of the vault as this browser knows it. */
  readItems(after?: number): Promise<Result<KnownItems>>;
  /** Asks the site for figures and for what has changed in the vault. */
  refresh(): Promise<Result<Snapshot>>;
  listen(hear: (announcement: Announcement) => void, signal: AbortSignal): void;
  /** Epoch ms. */
  now(): number;
};
