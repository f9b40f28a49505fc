import { browser } from 'wxt/browser';
import { readAccount } from '@/entrypoints/background/account/account-store';
import type { Snapshot } from '@/utils/account/account';
import { seenConcern } from '@/utils/account/seen-concern';
import { readFigures } from '@/utils/account/snapshot';
import { formatDateTime, formatNumber } from '@/utils/texts/language';
import { t, tn } from '@/utils/texts/texts';

const RED = '#c92a2a';
const AMBER = '#b35c00';

type Sign = { text: string; color: string; title: string };

/** What the icon says; `undefined`: nothing is new that only the user can act on. It names moments, because an age would be painted anew. */
async function readSign(): Promise<Sign | undefined> {
  const account = await readAccount();
  if (account?.refused) return { text: '!', color: RED, title: t('toolbar.refused') };
  const [{ snapshot, summary }, seen] = await Promise.all([readFigures(), seenConcern.getValue()]);
  // Figures of another account are about to go.
  if (snapshot && snapshot.session === account?.session && isOverLimit(snapshot) && !seen.isOver)
    return { text: '!', color: AMBER, title: t('toolbar.over-limit', { time: formatDateTime(snapshot.asOf) }) };
  const lost = summary?.session === account?.session ? (summary?.lost ?? 0) : 0;
  if (lost <= seen.lost) return undefined;
  const at = summary && 'at' in summary.status ? summary.status.at : undefined;
  const title =
    at === undefined ? tn('toolbar.lost-undated', lost) : tn('toolbar.lost', lost, { time: formatDateTime(at) });
  return { text: formatNumber(lost), color: AMBER, title };
}

function isOverLimit({ quota }: Snapshot): boolean {
  return quota !== undefined && quota.usedKb > quota.totalKb;
}

/** Brings the icon up to date. Never rejects: an icon without a sign does no harm. */
export async function paintToolbar(): Promise<void> {
  try {
    const sign = await readSign();
    await Promise.all([
      browser.action.setBadgeText({ text: sign?.text ?? '' }),
      browser.action.setBadgeBackgroundColor({ color: sign?.color ?? AMBER }),
      browser.action.setTitle({ title: sign?.title ?? t('toolbar.title') }),
    ]);
  } catch {
    // The browser refuses storage: every page says so.
  }
}
