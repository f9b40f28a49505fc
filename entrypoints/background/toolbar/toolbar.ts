import { browser } from 'wxt/browser';
import { readAccount } from '@/entrypoints/background/account/account-store';
import type { Snapshot } from '@/utils/account/account';
import { seenConcern } from '@/utils/account/seen-concern';
import { readFigures } from '@/utils/account/snapshot';
import type { TabSummary } from '@/utils/messages/tab-summary';
import { formatDateTime, formatNumber } from '@/utils/texts/language';
import { t, tn } from '@/utils/texts/texts';
import { AMBER, pageSign, plainSign, RED, type Sign, toolbarIcon } from './page-sign';

let passing: Sign | undefined;

/** Has every page's icon say this before all else, until it is called again; `undefined`: no more. The caller paints. */
export function showForNow(sign: Sign | undefined): void {
  passing = sign;
}

/**
 * What the icon says on every page; `isAttention`: something is new that only the user can act on. It names moments, because an age would
 * be painted anew.
 */
async function readSign(): Promise<{ sign: Sign; isAttention: boolean }> {
  if (passing) return { sign: passing, isAttention: true };
  const account = await readAccount();
  if (account?.refused) return attention('!', RED, t('toolbar.refused'));
  const [{ snapshot, summary }, seen] = await Promise.all([readFigures(), seenConcern.getValue()]);
  // Figures of another account are about to go.
  if (snapshot && snapshot.session === account?.session && isOverLimit(snapshot) && !seen.isOver)
    return attention('!', AMBER, t('toolbar.over-limit', { time: formatDateTime(snapshot.asOf) }));
  const lost = summary?.session === account?.session ? (summary?.lost ?? 0) : 0;
  if (lost <= seen.lost) return { sign: plainSign(Boolean(account?.session)), isAttention: false };
  const at = summary && 'at' in summary.status ? summary.status.at : undefined;
  const title =
    at === undefined ? tn('toolbar.lost-undated', lost) : tn('toolbar.lost', lost, { time: formatDateTime(at) });
  return attention(formatNumber(lost), AMBER, title);
}

function attention(text: string, color: string, title: string): { sign: Sign; isAttention: boolean } {
  return { sign: { icon: 'attention', text, color, title }, isAttention: true };
}

function isOverLimit({ quota }: Snapshot): boolean {
  return quota !== undefined && quota.usedKb > quota.totalKb;
}

/** Brings the icon of all pages up to date. Never rejects: an icon without a sign does no harm. */
export async function paintToolbar(): Promise<void> {
  try {
    await show((await readSign()).sign);
  } catch {
    // The browser refuses storage: every page says so.
  }
}

/**
 * Brings the icon of one tab up to date. The browser keeps it until the tab shows another document. What needs the user's attention goes
 * before what is on the page. Never rejects: the tab may have gone.
 */
export async function paintTab(tabId: number, summary: TabSummary): Promise<void> {
  try {
    const { sign, isAttention } = await readSign();
    await show((!isAttention && pageSign(summary)) || sign, tabId);
  } catch {
    // It is painted again when the user comes to it.
  }
}

async function show({ icon, text, color, title }: Sign, tabId?: number): Promise<void> {
  const tab = tabId === undefined ? {} : { tabId };
  await Promise.all([
    browser.action.setBadgeText({ ...tab, text }),
    browser.action.setBadgeBackgroundColor({ ...tab, color }),
    browser.action.setTitle({ ...tab, title }),
  ]);
  // Firefox for Android has a menu in its place.
  await browser.action.setIcon?.({ ...tab, path: toolbarIcon(icon) });
}
