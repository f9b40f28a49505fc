import { expect, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createPendingPoller } from '@/entrypoints/background/toolbar/pending-poller';
import { paintToolbar } from '@/entrypoints/background/toolbar/toolbar';
import { createSite, item } from '@/tests/unit/background/mirror/fake-site';
import { createTime, MINUTE, signIn, startWorker } from '@/tests/unit/background/mirror/stage';
import { freshStorage } from '@/tests/unit/background/storage/fresh-storage';
import type { VaultItem } from '@/utils/vault/vault-item';

export const ALARM = 'vaulted-watch';

/** What the toolbar says of every page. */
export const badge = { text: '', title: '' };

/** What it says of single tabs, and the picture that stands there for all the others, under -1. */
export const ofTabs = new Map<number, { text?: string; title?: string; icon?: string }>();

export const figuresChanged = () => void paintToolbar();

function paint(tabId: number | undefined, part: { text?: string; title?: string; icon?: string }): void {
  if (tabId === undefined) Object.assign(badge, part);
  else ofTabs.set(tabId, { ...ofTabs.get(tabId), ...part });
}

/** A browser as after the installation, with a toolbar; timers stand still. */
export async function freshBrowser(): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await freshStorage();
  ofTabs.clear();
  Object.assign(fakeBrowser, {
    action: {
      setBadgeText: async ({ tabId, text }: { tabId?: number; text: string }) => paint(tabId, { text }),
      setTitle: async ({ tabId, title }: { tabId?: number; title: string }) => paint(tabId, { title }),
      setBadgeBackgroundColor: async () => undefined,
      setIcon: async ({ tabId = -1, path }: { tabId?: number; path: Record<string, string> }) =>
        paint(tabId, { icon: /(\w+)-16\.png$/.exec(path[16] ?? '')?.[1] ?? '' }),
    },
  });
}

/** Turns of the event loop within which the database answers everything that is asked of it here. */
const TURNS = 3_000;

/** Lets the pause before counting pass, and the count be made. */
export async function calm(): Promise<void> {
  await vi.advanceTimersByTimeAsync(400);
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise(resolve => setImmediate(resolve));
}

export const period = async () => (await browser.alarms.get(ALARM))?.periodInMinutes;

/** A worker that has read a vault with these items. */
export async function start(rows: VaultItem[]) {
  const session = await signIn();
  const site = createSite(0);
  site.rows = rows;
  const time = createTime();
  const worker = startWorker(site, time);
  const poller = createPendingPoller({ ...worker, now: time.now, figuresChanged });
  poller.listen();
  poller.start();
  await worker.mirror.refreshIfStale();
  poller.changed();
  await calm();
  /** The alarm goes off. */
  const ring = async () => {
    time.passed += 10 * MINUTE;
    await fakeBrowser.alarms.onAlarm.trigger({ name: ALARM, scheduledTime: 0, persistAcrossSessions: true });
    await vi.waitFor(() => expect(site.checks).toBeGreaterThan(0));
    await calm();
  };
  return { ...worker, poller, site, session, ring, time };
}

export const pending = (n: number) => item(n, { status: 'Pending' });

export const failed = (n: number, failures: number) => item(n, { status: 'Failed', failures });
