import type { Connection, Snapshot } from '@/utils/account';
import type { Result } from '@/utils/problem';
import type { Announcement, TabAnswer } from '@/utils/protocol';
import type { Settings } from '@/utils/settings';

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
  readSnapshot(): Promise<Snapshot | undefined>;
  refresh(): Promise<Result<Snapshot>>;
  signIn(key: string): Promise<Result<Connection>>;
  signOut(): Promise<void>;
  listen(hear: (announcement: Announcement) => void, signal: AbortSignal): void;
  lookAtPage(): Promise<PageNow>;
  reloadTab(tabId: number): Promise<void>;
  /** Whether the browser lets the extension use the site at all; its user can withhold that. */
  hasSiteAccess(): Promise<boolean>;
  /** Has to be called in a click, before anything is awaited. */
  requestSiteAccess(): Promise<boolean>;
  /** Closes the tab that this page was opened in. */
  closeTab(): Promise<void>;
  loadSettings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<void>;
  /** The extension's own version, "1.0.0". */
  version(): string;
  /** Epoch ms. */
  now(): number;
};
