import type { Snapshot } from '@/utils/account';
import type { Result } from '@/utils/problem';
import type { Announcement, VaultContents } from '@/utils/protocol';

/** Everything the vault page needs of the world around it; none of it rejects. */
export type VaultHost = {
  readSnapshot(): Promise<Snapshot | undefined>;
  /** A piece of the vault as this browser knows it. */
  readContents(after?: number): Promise<Result<VaultContents>>;
  /** Asks the site for figures and for what has changed in the vault. */
  refresh(): Promise<Result<Snapshot>>;
  listen(hear: (announcement: Announcement) => void, signal: AbortSignal): void;
  /** Epoch ms. */
  now(): number;
};
