import { browser } from 'wxt/browser';
import type { Announcement } from '@/utils/protocol';

/** Pages that may show marks. With host permissions their tabs can be found without the "tabs" permission. */
const SITE_TABS = ['https://civitai.com/*', 'https://civitai.red/*'];

/** Tells every open Civitai tab and extension page. Nobody listening is not an error. */
export async function announce(announcement: Announcement): Promise<void> {
  const tabs = ['snapshot', 'sync'].includes(announcement.announce) ? [] : await browser.tabs.query({ url: SITE_TABS });
  const sent = tabs.flatMap(tab => (tab.id === undefined ? [] : browser.tabs.sendMessage(tab.id, announcement)));
  await Promise.allSettled([...sent, browser.runtime.sendMessage(announcement)]);
}
