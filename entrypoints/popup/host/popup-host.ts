import type { Connection, Snapshot } from '@/utils/account/account';
import type { Concern } from '@/utils/account/seen-concern';
import type { Figures } from '@/utils/account/snapshot';
import type { VersionId } from '@/utils/civitai/ids';
import type { KeepOneMessages } from '@/utils/messages/keep-one';
import type { Announcement, CachedItems } from '@/utils/messages/protocol';
import type { RadarMessages } from '@/utils/messages/radar-messages';
import type { TabAnswer } from '@/utils/messages/tab-question';
import type { Result } from '@/utils/problem';
import type { Settings } from '@/utils/settings/settings';
import type { VersionAvailability } from '@/utils/vault/version-availability';

/** The tab in front. */
export type PageNow =
  /** Not a page of Civitai, or one whose address the browser withholds. */
  | { kind: 'elsewhere' }
  | { kind: 'loading' }
  | { kind: 'here'; answer: TabAnswer }
  /** A page of Civitai without a content script. */
  | { kind: 'silent'; tabId: number };

/** Everything that the popup needs from the browser and the background. No function rejects. */
export type PopupHost = KeepOneMessages &
  Pick<RadarMessages, 'readFindings' | 'markGoneSeen'> & {
    /** The stored figures, without waking the background. */
    readFigures(): Promise<Figures>;
    /** The whole vault as this browser knows it, without a request; `undefined` if the background doesn't answer. */
    readItems(): Promise<CachedItems | undefined>;
    refresh(): Promise<Result<Snapshot>>;
    /** Starts reading the vault's list again now. */
    refreshList(): void;
    signIn(key: string, isBrief: boolean): Promise<Result<Connection>>;
    signOut(): Promise<void>;
    /** Begins with a new store where the one that is there can't be read. */
    startAfresh(): Promise<void>;
    onAnnouncement(listener: (announcement: Announcement) => void, signal: AbortSignal): void;
    readPage(): Promise<PageNow>;
    versionAvailability(versionId: VersionId): Promise<Result<VersionAvailability>>;
    /** Records what the user has seen, so that the toolbar stops reporting it. */
    noteSeen(concern: Concern): Promise<void>;
    /** Opens this page in a tab, which stays open while the user is on the site. */
    openTab(): Promise<void>;
    reloadTab(tabId: number): Promise<void>;
    /** Whether the extension may use the site; the browser's user can withhold that. */
    hasSiteAccess(): Promise<boolean>;
    /** Call it in a click, before anything is awaited. */
    requestSiteAccess(): Promise<boolean>;
    /** Closes the tab that this page was opened in. */
    closeTab(): Promise<void>;
    loadSettings(): Promise<Settings>;
    /** Returns whether they were stored. */
    saveSettings(settings: Settings): Promise<boolean>;
    /** The extension's own version, "1.0.0". */
    version(): string;
    /** Epoch ms. */
    now(): number;
  };
