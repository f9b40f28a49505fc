import { browser } from 'wxt/browser';
import { readAccount } from '@/entrypoints/background/account/account-store';
import type { Snapshot } from '@/utils/account/account';
import { seenConcern } from '@/utils/account/seen-concern';
import { readFigures } from '@/utils/account/snapshot';

const RED = '#c92a2a';
const AMBER = '#b35c00';

type Sign = { text: string; color: string; title: string };

/** What the icon says; `undefined`: nothing is new that only the user can act on. */
async function readSign(): Promise<Sign | undefined> {
  const account = await readAccount();
  if (account?.refused) return { text: '!', color: RED, title: 'Civitai no longer accepts your key' };
  const [{ snapshot, summary }, seen] = await Promise.all([readFigures(), seenConcern.getValue()]);
  // Figures of another account are about to go.
  if (snapshot?.session === account?.session && isOverLimit(snapshot) && !seen.isOver)
    return { text: '!', color: AMBER, title: `your vault is over its limit${since(snapshot?.asOf)}` };
  const lost = summary?.session === account?.session ? (summary?.lost ?? 0) : 0;
  if (lost <= seen.lost) return undefined;
  const at = summary && 'at' in summary.status ? summary.status.at : undefined;
  return { text: `${lost}`, color: AMBER, title: `versions that couldn’t be stored: ${lost}${since(at)}` };
}

function isOverLimit(snapshot: Snapshot | undefined): boolean {
  const { usedKb, totalKb } = snapshot?.quota ?? { usedKb: 0, totalKb: 0 };
  return usedKb > totalKb;
}

/** The title names the moment, not the age: the icon isn't painted again just because time passes. `at` is epoch ms. */
function since(at: number | undefined): string {
  if (at === undefined) return '';
  return `, as of ${new Date(at).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })}`;
}

/** Brings the icon up to date. Never rejects: an icon without a sign does no harm. */
export async function paintToolbar(): Promise<void> {
  try {
    const sign = await readSign();
    await Promise.all([
      browser.action.setBadgeText({ text: sign?.text ?? '' }),
      browser.action.setBadgeBackgroundColor({ color: sign?.color ?? AMBER }),
      browser.action.setTitle({ title: sign ? `Vaulted: ${sign.title}` : 'Vaulted' }),
    ]);
  } catch {
    // The browser refuses storage: every page says so.
  }
}
