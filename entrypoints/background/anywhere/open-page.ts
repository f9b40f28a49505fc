import { browser } from 'wxt/browser';
import type { VersionId } from '@/utils/civitai/ids';

/** Opens a page of the extension's in a tab. */
export async function openPage(path: string): Promise<undefined> {
  await browser.tabs.create({ url: addressOf(path) });
  return undefined;
}

export const itemPath = (versionId: VersionId): string => `/vault.html?version=${versionId}`;

export function openItem(versionId: VersionId): Promise<undefined> {
  return openPage(itemPath(versionId));
}

/** Brings the vault page to the front, or opens it; `isSearch`: with the focus in its search. */
export async function openVault(isSearch: boolean): Promise<undefined> {
  const page = addressOf('/vault.html');
  const [tab] = await browser.tabs.query({ url: `${page}*` }).catch(() => []);
  if (tab?.id === undefined) return openPage(isSearch ? '/vault.html#search' : '/vault.html');
  // The page takes the hash away again, so that the next press is a change as well.
  const url = isSearch ? { url: `${(tab.url ?? page).replace(/#.*/, '')}#search` } : {};
  await browser.tabs.update(tab.id, { active: true, ...url });
  // Firefox for Android has no windows.
  if (tab.windowId !== undefined) await browser.windows?.update(tab.windowId, { focused: true });
  return undefined;
}

/** The address of one of our own pages; the browser's typed list knows no queries. */
export function addressOf(path: string): string {
  return new URL(path, browser.runtime.getURL('/vault.html')).href;
}
