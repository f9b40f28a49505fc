import type { Snapshot } from '@/utils/account/account';
import type { VersionId } from '@/utils/civitai/ids';
import type { Announcement, CachedItems, SiteAccount, VersionOfModel } from '@/utils/messages/protocol';
import type { Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { VersionAvailability } from '@/utils/vault/version-availability';

/** Everything the vault page needs of the world around it; none of it rejects. */
export type VaultHost = {
  readSnapshot(): Promise<Snapshot | undefined>;
  /** A part of the vault as this browser knows it. */
  readPart(after?: number): Promise<Result<CachedItems>>;
  /** Asks the site for figures and for what has changed in the vault. */
  refresh(): Promise<Result<Snapshot>>;
  /** Has the list read again now, or the covers where their addresses have run out. */
  refreshNow(what: 'list' | 'covers'): void;
  onAnnouncement(hear: (announcement: Announcement) => void, signal: AbortSignal): void;
  /** What the site offers of one version. */
  offer(versionId: VersionId): Promise<Result<VersionAvailability>>;
  /** The same of some versions, in their order; no more than OFFERS_AT_ONCE. */
  offers(versions: readonly VersionOfModel[]): Promise<Result<Result<VersionAvailability>[]>>;
  siteAccount(): Promise<Result<SiteAccount>>;
  /** "Out, confirmed" at that moment (epoch ms), of the vault of that sign-in. Settles when it is known how it went. */
  remove(versionId: VersionId, confirmedAt: number, session: string): Promise<Result<VersionFact>>;
  /** Hands a file to the user, as any download. */
  save(name: string, type: string, text: string): void;
  /** Has to be called in a click, before anything is awaited. */
  requestSiteAccess(): Promise<boolean>;
  /** The address of the page on which one signs in. */
  signInPage: string;
  /** Epoch ms. */
  now(): number;
};
