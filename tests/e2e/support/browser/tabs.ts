import type { Page } from 'puppeteer-core';
import { type Complaints, collectComplaints } from './complaints.ts';
import type { Engine } from './engine.ts';

/** The tabs that tests open in one browser. */
export type Tabs = {
  /** A new tab, in front, at `url` (a path means civitai.com). Its complaints are collected from the start. */
  newPage(url?: string): Promise<Page>;
  complaints(page: Page): Complaints;
  /** The popup's page in a tab of its own; with `over`, behind that tab, which it then takes for the one in front. */
  openPopup(over?: Page): Promise<Page>;
  /** The vault page in a tab of its own, in front; `query` starts with `?`. Closed like a popup. */
  openVaultPage(query?: string): Promise<Page>;
  closePopup(popup: Page): Promise<void>;
  /** Closes every tab that was opened here, the popup's as well. */
  closePages(): Promise<void>;
  /** Those that are still open. */
  openPages(): Page[];
};

/** Opens tabs in the engine's browser, and remembers them. */
export function createTabs(engine: Engine): Tabs {
  const collected = new WeakMap<Page, Complaints>();
  const pages = new Set<Page>();
  const popups = new Set<Page>();
  const openPages = () => [...pages].filter(page => !page.isClosed());
  const closePopup = async (popup: Page) => {
    popups.delete(popup);
    pages.delete(popup);
    await engine.closeExtensionPage(popup);
  };
  const newPage = async (url?: string) => {
    const page = await engine.puppeteer.newPage();
    pages.add(page);
    collected.set(page, collectComplaints(page));
    if (url) await open(page, new URL(url, 'https://civitai.com').href);
    return page;
  };
  const openOwnPage = async (path: string, over?: Page) => {
    const page = await newPage();
    popups.add(page);
    await over?.bringToFront();
    await engine.openExtensionPage(page, path);
    return page;
  };
  return {
    newPage,
    complaints: page => collected.get(page) ?? { consoleErrors: [], pageErrors: [] },
    openPopup: over => openOwnPage('popup.html', over),
    openVaultPage: (query = '') => openOwnPage(`vault.html${query}`),
    closePopup,
    closePages: async () => {
      for (const popup of popups) await closePopup(popup);
      for (const page of openPages()) await page.close();
      pages.clear();
    },
    openPages,
  };
}

/** A fault that ends the connection of a toggle ends a page's first load on it, too: then the user would load it again. */
async function open(page: Page, address: string): Promise<void> {
  const load = () => page.goto(address, { waitUntil: 'load' });
  await load().catch(error => (/ERR_ABORTED/.test(String(error)) ? load() : Promise.reject(error)));
}
