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

export const badge = { text: '', title: '' };

export const figuresChanged = () => void paintToolbar();

/** A browser as after the installation, with a toolbar; timers stand still. */
export async function freshBrowser(): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await freshStorage();
  Object.assign(fakeBrowser, {
    action: {
      setBadgeText: async ({ text }: { text: string }) => void Object.assign(badge, { text }),
      setTitle: async ({ title }: { title: string }) => void Object.assign(badge, { title }),
      setBadgeBackgroundColor: async () => undefined,
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
