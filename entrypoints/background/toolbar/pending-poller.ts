import { browser } from 'wxt/browser';
import { readAccount } from '@/entrypoints/background/account/account-store';
import { IDS_AT_ONCE } from '@/entrypoints/background/api/vault-api';
import type { Mirror } from '@/entrypoints/background/mirror/mirror';
import type { StoredAccount } from '@/entrypoints/background/storage/schema';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import { storedSummary } from '@/utils/account/snapshot';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { summarizeVault, type VaultSummary } from '@/utils/vault/vault-summary';

const ALARM = 'vaulted-watch';
/** The site's job runs every ten minutes (site-facts.md F.6): a check more often shows nothing new. */
const PENDING_EVERY_MIN = 10;
/** What the site has given up changes only if the user acts. */
const LOST_EVERY_MIN = 60;
/** A sync or a click changes many things in a row: they are counted once. */
const COUNT_AFTER_MS = 300;

type Parts = {
  mirror: Pick<Mirror, 'all' | 'status'>;
  engine: Pick<VaultEngine, 'check' | 'owed'>;
  /** Epoch ms. */
  now(): number;
  /** The stored figures have changed. */
  figuresChanged(): void;
};

/** Keeps count of what the vault holds, and checks versions that the site has still to process as often as the site does that. */
export function createPendingPoller(parts: Parts) {
  let isDue = false;
  return {
    /** The vault, or what is known of it, has changed. */
    changed(): void {
      if (isDue) return;
      isDue = true;
      setTimeout(() => {
        isDue = false;
        countUnlessSyncing(parts).catch(() => undefined);
      }, COUNT_AFTER_MS);
    },
    /** Listens to the alarm. To be called while the worker starts. */
    listen(): void {
      browser.alarms.onAlarm.addListener(({ name }) => {
        if (name === ALARM) checkUnprocessed(parts).catch(() => undefined);
      });
    },
    /** Sets the alarm by what was counted last. */
    start(): void {
      storedSummary
        .getValue()
        .then(summary => setAlarm(parts, summary ?? undefined))
        .catch(() => undefined);
    },
  };
}

/** While the vault is being read it is still unknown; the end of that is a change as well. */
async function countUnlessSyncing(parts: Parts): Promise<void> {
  if ((await parts.mirror.status()).kind !== 'syncing') await count(parts);
}

async function count(parts: Parts): Promise<void> {
  const summary = await summarizeVaultOf(parts, await readAccount());
  parts.figuresChanged();
  await setAlarm(parts, summary);
}

/** `undefined`: there is no vault to count. */
async function summarizeVaultOf(
  { mirror, engine }: Parts,
  account: StoredAccount | undefined,
): Promise<VaultSummary | undefined> {
  if (!account?.session) return undefined;
  const { session, isBrief } = account;
  const vault = summarizeVault(await mirror.all());
  const owed = await engine.owed();
  const summary = { ...vault, twice: (vault.twice ?? 0) + owed.length, session, status: await mirror.status() };
  // The account has changed since: these figures went with their vault.
  if ((await readAccount())?.session !== session) return undefined;
  await storedSummary.setValue(summary, isBrief);
  // A sign-out while they were being written has wiped the figures before they came.
  if ((await readAccount())?.session === session) return summary;
  await storedSummary.removeOf(session);
  return undefined;
}

async function checkUnprocessed(parts: Parts): Promise<void> {
  const unprocessed = (await parts.mirror.all()).filter(({ status }) => status === 'Pending' || status === 'Failed');
  // One check's worth, first those that were not checked for the longest time; those from before the clock was set back are old, too.
  const now = parts.now();
  const seenOn = (item: MirroredItem) => (item.seenOn > now ? 0 : item.seenOn);
  const oldest = unprocessed.toSorted((a, b) => seenOn(a) - seenOn(b)).slice(0, IDS_AT_ONCE);
  if (oldest.length > 0) await parts.engine.check(oldest.map(item => item.modelVersionId));
  await count(parts);
}

/** Has the browser wake the worker as often as the site may have news, and not at all where it can have none. */
async function setAlarm(
  { now }: Pick<Parts, 'now'>,
  summary?: Pick<VaultSummary, 'pending' | 'failed' | 'lost'>,
): Promise<void> {
  const { pending = 0, failed = 0, lost = 0 } = summary ?? {};
  const every = pending + failed > lost ? PENDING_EVERY_MIN : lost > 0 ? LOST_EVERY_MIN : undefined;
  const alarm = await browser.alarms.get(ALARM);
  if (every === undefined) await browser.alarms.clear(ALARM);
  // Browsers date alarms by a clock that may be set back: one that is too far away comes too late.
  else if (alarm?.periodInMinutes !== every || alarm.scheduledTime - now() > every * 60_000) {
    await browser.alarms.create(ALARM, { delayInMinutes: every, periodInMinutes: every });
  }
}
