import { browser } from 'wxt/browser';
import { seenPrivately } from '@/entrypoints/background/account/private-window';
import { SITE_TABS } from '@/entrypoints/background/tabs/site-tabs';
import type { Announcement } from '@/utils/messages/protocol';
import { watchSettings } from '@/utils/settings/stored-settings';

/** Sends to every open Civitai tab and extension page. That none is open is not an error. */
export async function announce(announcement: Announcement): Promise<void> {
  const tabs = concernsTabs(announcement) ? await browser.tabs.query({ url: SITE_TABS }) : [];
  const sent = tabs.flatMap(tab =>
    tab.id === undefined ? [] : browser.tabs.sendMessage(tab.id, inTab(announcement, tab.incognito)),
  );
  await Promise.allSettled([...sent, browser.runtime.sendMessage(announcement)]);
}

/** Sends to extension pages and to the site's tabs on screen, but to no private window. Never rejects. */
export async function announceOnScreen(announcement: Announcement): Promise<void> {
  const shown = await browser.tabs.query({ url: SITE_TABS, active: true }).catch(() => []);
  const sent = shown.flatMap(({ id, incognito }) =>
    id === undefined || incognito ? [] : browser.tabs.sendMessage(id, announcement),
  );
  await Promise.allSettled([...sent, browser.runtime.sendMessage(announcement)]);
}

function inTab(announcement: Announcement, isPrivate: boolean): Announcement {
  if (announcement.announce !== 'connection' || !isPrivate) return announcement;
  return { ...announcement, connection: seenPrivately(announcement.connection) };
}

/** Tabs hear only the end of a sync: from then on the mirror knows which models have no version in the vault. */
function concernsTabs(announcement: Announcement): boolean {
  if (announcement.announce === 'sync') return announcement.status.kind === 'synced';
  return announcement.announce !== 'snapshot';
}

/** From now on, announces every change of the settings. To be called while the worker starts. */
export function announceSettingsChanges(): void {
  watchSettings(settings => void announce({ announce: 'settings', settings }));
}
