import type { Connection, Snapshot } from '@/utils/account/account';
import type { Concern } from '@/utils/account/seen-concern';
import type { Figures } from '@/utils/account/snapshot';
import type { VersionId } from '@/utils/civitai/ids';
import type { Announcement, CachedItems, Intent, TabAnswer } from '@/utils/messages/protocol';
import type { Result } from '@/utils/problem';
import type { Settings } from '@/utils/settings/settings';
import type { VersionFact } from '@/utils/vault/membership';
import type { VersionAvailability } from '@/utils/vault/version-availability';

/** What is in the tab in front. */
export type PageNow =
  /** Not one of Civitai's pages, or one that the browser doesn't tell us about. */
  | { kind: 'elsewhere' }
  | { kind: 'loading' }
  | { kind: 'here'; answer: TabAnswer }
  /** One of Civitai's, but nothing of Vaulted's runs there. */
  | { kind: 'silent'; tabId: number };

/** Everything the popup needs of the world around it; none of it rejects. */
export type PopupHost = {
  /** What was last known, without waking the background. */
  readFigures(): Promise<Figures>;
  /** The whole vault as this browser knows it, without a request; `undefined`: nobody could be asked. */
  readItems(): Promise<CachedItems | undefined>;
  refresh(): Promise<Result<Snapshot>>;
  signIn(key: string, isBrief: boolean): Promise<Result<Connection>>;
  signOut(): Promise<void>;
  onAnnouncement(hear: (announcement: Announcement) => void, signal: AbortSignal): void;
  lookAtPage(): Promise<PageNow>;
  versionAvailability(versionId: VersionId): Promise<Result<VersionAvailability>>;
  submit(intent: Intent): Promise<Result<VersionFact>>;
  /** The user has been shown this: the toolbar needn't speak of it any more. */
  noteSeen(concern: Concern): Promise<void>;
  /** Opens this page in a tab, where it stays while the user goes to the site. */
  openTab(): Promise<void>;
  reloadTab(tabId: number): Promise<void>;
  /** Whether the browser lets the extension use the site at all; its user can withhold that. */
  hasSiteAccess(): Promise<boolean>;
  /** Has to be called in a click, before anything is awaited. */
  requestSiteAccess(): Promise<boolean>;
  /** Closes the tab that this page was opened in. */
  closeTab(): Promise<void>;
  loadSettings(): Promise<Settings>;
  /** Returns whether they are kept. */
  saveSettings(settings: Settings): Promise<boolean>;
  /** The extension's own version, "1.0.0". */
  version(): string;
  /** Epoch ms. */
  now(): number;
};
