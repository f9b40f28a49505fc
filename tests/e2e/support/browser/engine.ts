import type { Browser, Page } from 'puppeteer-core';

export type LaunchOptions = {
  executablePath: string;
  /** The sandbox's port on 127.0.0.1, where every host of the site leads. */
  port: number;
  headless: boolean;
  /** Leads every other host to the sandbox, too, instead of nowhere. */
  catchAll: boolean;
  viewport: { width: number; height: number };
  /** Paints as with a graphics card. Chromium only. */
  hasGpu?: boolean;
  /** Firefox's own settings. */
  prefs?: Readonly<Record<string, string | number>>;
  /** Where the browser keeps its data; a folder of its own that ends with it when left out. */
  dataFolder?: string;
  /** Opens the tabs again that were open when the browser was closed with this data. Chromium only. */
  isRestoring?: boolean;
  /** Takes the machine for one with a touch screen alone. */
  isTouch?: boolean;
};

/** What the two browsers do differently: the rest of the support is written against this. */
export type Engine = {
  puppeteer: Browser;
  /** Loads the unpacked extension and returns its id. */
  install(folder: string): Promise<string>;
  uninstall(): Promise<void>;
  /** As it was started: one blank tab, on the network, with nothing that a site has stored. */
  clear(): Promise<void>;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  origin(): string;
  /** Opens a page of the extension in this tab and returns once its document is read. */
  openExtensionPage(page: Page, path: string): Promise<void>;
  openTabs(): Promise<string[]>;
  /** Closes the tab that the extension itself has opened at this address. */
  closeTab(url: string): Promise<void>;
  closeExtensionPage(page: Page): Promise<void>;
  /** Throws the page of the tab whose address begins like this out of memory; another tab is in front then. */
  discardTab(address: string): Promise<void>;
  /** Ends the background the way the browser does; the next message or alarm starts it again. */
  killWorker(): Promise<void>;
  /** True while the background runs. */
  hasWorker(): Promise<boolean>;
  /** Reloads the extension as an update does: open pages keep the old content script, cut off from its background. */
  reload(): Promise<void>;
  /** Disables or enables the extension as its user does. */
  setEnabled(isEnabled: boolean): Promise<void>;
  /** Takes the extension's background and the given pages off the network. */
  setOffline(offline: boolean, pages: Page[]): Promise<void>;
  setScheme(scheme: 'dark' | 'light', pages: Page[]): Promise<void>;
};

/** Hosts that lead to the sandbox; every other request fails, so that a forgotten one is noticed. */
export const siteHosts = [
  'civitai.com',
  'www.civitai.com',
  'civitai.red',
  'www.civitai.red',
  'image.civitai.com',
  'auth.civitai.com',
];
