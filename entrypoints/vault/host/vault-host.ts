import type { Snapshot } from '@/utils/account/account';
import type { SiteAccount } from '@/utils/account/site-account';
import type { VersionId } from '@/utils/civitai/ids';
import type { HistoryMessages } from '@/utils/messages/history';
import type { KeepOneMessages } from '@/utils/messages/keep-one';
import type { Announcement, CachedPart, VersionOfModel } from '@/utils/messages/protocol';
import type { RadarMessages } from '@/utils/messages/radar-messages';
import type { RemovalMessages } from '@/utils/messages/removals';
import type { Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { VersionAvailability } from '@/utils/vault/version-availability';
import type { WantedVersion } from '@/utils/vault-view/free-up-url';

/** `keys`: empty while none are set. */
export type CommandKeys = { name: 'toggle' | 'open' | 'search'; keys: string };

/** Everything that the vault page needs from the browser and the background. No function rejects. */
export type VaultHost = KeepOneMessages &
  HistoryMessages &
  RemovalMessages &
  RadarMessages & {
    readSnapshot(): Promise<Snapshot | undefined>;
    /** A part of the vault as this browser knows it. */
    readPart(before?: number): Promise<Result<CachedPart>>;
    /** Requests the figures and the vault's changes from the site. */
    refresh(): Promise<Result<Snapshot>>;
    /** Starts reading the list again now, or the covers whose addresses have expired. */
    refreshNow(what: 'list' | 'covers'): void;
    onAnnouncement(listener: (announcement: Announcement) => void, signal: AbortSignal): void;
    /** The site's availability of one version. */
    versionAvailability(versionId: VersionId): Promise<Result<VersionAvailability>>;
    /** The same of several versions, in their order; at most AVAILABILITIES_AT_ONCE. `isFresh`: no cache answers. */
    availabilities(
      versions: readonly VersionOfModel[],
      isFresh?: boolean,
    ): Promise<Result<Result<VersionAvailability>[]>>;
    siteAccount(): Promise<Result<SiteAccount>>;
    /**
     * One of a list of removals from that sign-in's vault, confirmed at that time (epoch ms). Resolves when the result is known; a version
     * whose removal was taken back is not out.
     */
    remove(versionId: VersionId, confirmedAt: number, session: string): Promise<Result<VersionFact>>;
    /** Adds a version to that sign-in's vault. */
    add(session: string, version: WantedVersion): Promise<Result<VersionFact>>;
    /** Saves a file, like any download. */
    save(name: string, type: string, text: string): void;
    /** Call it in a click, before anything is awaited. */
    requestSiteAccess(): Promise<boolean>;
    /** The browser's own keys that lead to Vaulted, as they are now; none where the browser has no such keys. */
    readCommands(): Promise<CommandKeys[]>;
    /** Opens the browser's page on which they are changed. */
    changeCommands(): Promise<void>;
    /** The address of the sign-in page. */
    signInPage: string;
    /** The address of the settings. */
    settingsPage: string;
    /** Epoch ms. */
    now(): number;
  };
