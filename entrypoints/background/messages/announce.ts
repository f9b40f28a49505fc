import { browser } from 'wxt/browser';
import type { Announcement } from '@/utils/messages/protocol';
import { watchSettings } from '@/utils/settings/stored-settings';

/** Pages that may show marks. With host permissions their tabs can be found without the "tabs" permission. */
const SITE_TABS = ['https://civitai.com/*', 'https://civitai.red/*'];

/** Tells every open Civitai tab and extension page. Nobody listening is not an error. */
export async function announce(announcement: Announcement): Promise<void> {
  const tabs = concernsTabs(announcement) ? await browser.tabs.query({ url: SITE_TABS }) : [];
  const sent = tabs.flatMap(tab => (tab.id === undefined ? [] : browser.tabs.sendMessage(tab.id, announcement)));
  await Promise.allSettled([...sent, browser.runtime.sendMessage(announcement)]);
}

/** Of a sync only its end: from then on it is known which models nothing is kept of. */
function concernsTabs(announcement: Announcement): boolean {
  if (announcement.announce === 'sync') return announcement.status.kind === 'synced';
  return announcement.announce !== 'snapshot';
}

/** From now on, tells every open tab when the user has chosen other settings. To be called while the worker starts. */
export function announceSettingsChanges(): void {
  watchSettings(settings => void announce({ announce: 'settings', settings }));
}
