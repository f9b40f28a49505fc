import type { Connection, Snapshot } from '@/utils/account/account';
import type { Concern } from '@/utils/account/seen-concern';
import type { Figures } from '@/utils/account/snapshot';
import type { UsableLogin } from '@/utils/account/usable-login';
import type { VersionId } from '@/utils/civitai/ids';
import type { KeepOneMessages } from '@/utils/messages/keep-one';
import type { Announcement, CachedItems } from '@/utils/messages/protocol';
import type { RadarMessages } from '@/utils/messages/radar-messages';
import type { RemovalMessages } from '@/utils/messages/removals';
import type { TabSummary, VersionOnScreen } from '@/utils/messages/tab-summary';
import type { Result } from '@/utils/problem';
import type { Settings } from '@/utils/settings/settings';
import type { VersionFact } from '@/utils/vault/membership';
import type { VersionAvailability } from '@/utils/vault/version-availability';

export type BrowserFamily = 'chromium' | 'firefox';

/** Everything that the popup needs from the browser and the background. No function rejects. */
export type PopupHost = KeepOneMessages &
  RemovalMessages &
  Pick<RadarMessages, 'readFindings' | 'markGoneSeen'> & {
    /** The stored figures, without waking the background. */
    readFigures(): Promise<Figures>;
    /** The whole vault as this browser knows it, without a request; `undefined` if the background doesn't answer. */
    readItems(): Promise<CachedItems | undefined>;
    refresh(): Promise<Result<Snapshot>>;
    /** Starts reading the vault's list again now. */
    refreshList(): void;
    signIn(key: string, isBrief: boolean): Promise<Result<Connection>>;
    /** Whose login on civitai.com could show the vault; nothing in a private window. */
    usableLogin(): Promise<UsableLogin>;
    /** The user has pressed for that. */
    showWithLogin(): Promise<Result<Connection>>;
    signOut(): Promise<void>;
    /** Begins with a new store where the one that is there can't be read. */
    startAfresh(): Promise<void>;
    onAnnouncement(listener: (announcement: Announcement) => void, signal: AbortSignal): void;
    /** The tab in front; `undefined` if the background doesn't answer. */
    readPage(): Promise<TabSummary | undefined>;
    /** Adds a version to that sign-in's vault. Resolves when it is known what came of it. */
    add(version: VersionOnScreen, session: string): Promise<Result<VersionFact>>;
    /** Puts a text into the clipboard, in a click; returns whether that worked. */
    copy(text: string): Promise<boolean>;
    versionAvailability(versionId: VersionId): Promise<Result<VersionAvailability>>;
    /** Records what the user has seen, so that the toolbar stops reporting it. Returns what was seen before. */
    noteSeen(concern: Concern): Promise<Concern>;
    /** Opens this page in a tab, which stays open while the user is on the site. */
    openTab(): Promise<void>;
    reloadTab(tabId: number): Promise<void>;
    /** Whether the extension may use the site; the browser's user can withhold that. */
    hasSiteAccess(): Promise<boolean>;
    /** Call it in a click, before anything is awaited. */
    requestSiteAccess(): Promise<boolean>;
    /** Whether the extension's icon is in the toolbar; `undefined` where the browser doesn't say, or has none. */
    isPinned(): Promise<boolean | undefined>;
    /** The browser's family, by what it can do: each has its own way to pin an icon. */
    family(): BrowserFamily;
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
