import { browser } from 'wxt/browser';
import { readAccount } from '@/entrypoints/background/account/account-store';
import { IDS_AT_ONCE } from '@/entrypoints/background/api/vault-api';
import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import type { StoredAccount } from '@/entrypoints/background/storage/schema';

import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import { storedSummary } from '@/utils/account/snapshot';
import { summarizeVault, type VaultSummary } from '@/utils/vault/vault-summary';
import { announceFigures, paintToolbar } from './toolbar';

const ALARM = 'vaulted-watch';
/** The site's job runs every ten minutes (site-facts.md F.6): looking more often tells nothing new. */
const PENDING_EVERY_MIN = 10;
/** What the site has given up changes only if somebody does something about it. */
const LOST_EVERY_MIN = 60;
/** A sync or a click changes many things in a row: they are counted once. */
const COUNT_AFTER_MS = 300;

type Parts = {
  mirror: Pick<Mirror, 'all' | 'status'>;
  engine: Pick<VaultEngine, 'check'>;
};

export type PendingPoller = ReturnType<typeof createPendingPoller>;

/** Keeps count of what the vault holds, and looks again at what the site has still to process: only then, and only as often as that happens. */
export function createPendingPoller({ mirror, engine }: Parts) {
  let isDue = false;

  async function count(): Promise<void> {
    const stock = await summarizeVaultOf(await readAccount());
    announceFigures();
    await arm(stock);
  }

  /** While it is being read the vault is still unknown; its end is a change as well. */
  async function recount(): Promise<void> {
    if ((await mirror.status()).kind !== 'syncing') await count();
  }

  /** `undefined`: there is no vault to count. */
  async function summarizeVaultOf(account: StoredAccount | undefined): Promise<VaultSummary | undefined> {
    if (!account?.session) return undefined;
    const { session, isBrief } = account;
    const stock = { ...summarizeVault(await mirror.all()), session, status: await mirror.status() };
    // Another account, or nobody, since: these figures are gone with their vault.
    if ((await readAccount())?.session !== session) return undefined;
    await storedSummary.setValue(stock, isBrief);
    // A sign-out while it was being written has wiped the figures before they came.
    if ((await readAccount())?.session === session) return stock;
    await storedSummary.removeOf(session);
    return undefined;
  }

  /** Looks at what is not processed yet. */
  async function look(): Promise<void> {
    const open = (await mirror.all()).filter(({ status }) => status === 'Pending' || status === 'Failed');
    // One check's worth: of more than that, those come first that were not looked at for the longest time.
    const oldest = open.toSorted((a, b) => a.seenOn - b.seenOn).slice(0, IDS_AT_ONCE);
    if (oldest.length > 0) await engine.check(oldest.map(item => item.modelVersionId));
    await count();
  }

  return {
    /** Something of the vault, or of what is known of it, has changed. */
    changed(): void {
      if (isDue) return;
      isDue = true;
      setTimeout(() => {
        isDue = false;
        recount().catch(() => undefined);
      }, COUNT_AFTER_MS);
    },
    /** A worker starts: to be called while it does. */
    start(): void {
      browser.alarms.onAlarm.addListener(({ name }) => {
        if (name === ALARM) look().catch(() => undefined);
      });
      storedSummary
        .getValue()
        .then(stock => arm(stock ?? undefined))
        .catch(() => undefined);
      void paintToolbar();
    },
  };
}

/** Has the browser wake the worker as often as there is something to see, and not at all where there is nothing. */
async function arm(stock?: Pick<VaultSummary, 'pending' | 'failed' | 'lost'>): Promise<void> {
  const { pending = 0, failed = 0, lost = 0 } = stock ?? {};
  const every = pending + failed > lost ? PENDING_EVERY_MIN : lost > 0 ? LOST_EVERY_MIN : undefined;
  const alarm = await browser.alarms.get(ALARM);
  if (every === undefined) await browser.alarms.clear(ALARM);
  else if (alarm?.periodInMinutes !== every) {
    await browser.alarms.create(ALARM, { delayInMinutes: every, periodInMinutes: every });
  }
}
