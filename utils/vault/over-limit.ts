import type { Membership, Quota } from '@/utils/account/account';
import { formatDate, formatKb } from '@/utils/sentences/format';
import type { Sentences } from '@/utils/sentences/sentences';

const DAY_MS = 24 * 3_600_000;
/** So long after the last change of its size a vault over its limit can still be downloaded from (site-facts.md F.8). */
const DOWNLOADS_MS = 30 * DAY_MS;
/** So long after it the site starts to erase: its own page counts 60 days, its job two months (site-facts.md F.8). */
const ERASING_MS = 60 * DAY_MS;

/** What becomes of a vault without room. Times are epoch ms and estimates; absent where the site didn't say since when it is so. */
export type OverLimit = {
  /** How much more is kept than there is room for, KB; 0: exactly as much. */
  overKb: number;
  since?: number;
  downloadsUntil?: number;
  /** Absent also for a vault that is exactly full: from that nothing is erased. */
  erasesFrom?: number;
};

/** Reads it off the figures; `undefined` for a vault with room, and for an empty one. */
export function overLimitOf({ usedKb, totalKb, updatedAt }: Quota): OverLimit | undefined {
  const overKb = usedKb - totalKb;
  if (usedKb <= 0 || overKb < 0) return undefined;
  // It changes with the size of the vault alone, not with what is in it (site-facts.md F.1).
  const since = Date.parse(updatedAt);
  if (Number.isNaN(since)) return { overKb };
  return {
    overKb,
    since,
    downloadsUntil: since + DOWNLOADS_MS,
    ...(overKb > 0 && { erasesFrom: since + ERASING_MS }),
  };
}

/** One line of what is to be expected. */
export type Expectation = { term: string; text: string };

/** What is to be expected when, in words; `now` is epoch ms. Every date is called an estimate by whoever shows them. */
export function expectationsOf({ since, downloadsUntil, erasesFrom }: OverLimit, now: number): Expectation[] {
  const lines: Expectation[] = [];
  if (since !== undefined) lines.push({ term: 'Since', text: `about ${formatDate(since)}` });
  if (downloadsUntil !== undefined) {
    const text = now <= downloadsUntil ? `until about ${day(downloadsUntil, now)}` : 'have probably stopped';
    lines.push({ term: 'Downloads', text });
  }
  if (erasesFrom !== undefined) {
    const text = now < erasesFrom ? `from about ${day(erasesFrom, now)}` : 'may have begun';
    lines.push({ term: 'Erasing', text });
  }
  return lines;
}

function day(at: number, now: number): string {
  const days = Math.ceil((at - now) / DAY_MS);
  // On a narrow page it breaks before the bracket or not at all.
  return `${formatDate(at)} (in\u00a0${days === 1 ? 'a\u00a0day' : `${days}\u00a0days`})`;
}

/** What it means for the vault. */
export function describeOverLimit({ overKb }: OverLimit, membership: Membership): Sentences {
  if (membership === 'lapsed') {
    return {
      what: 'Your Civitai membership has ended.',
      meaning: 'Everything you keep is still listed here, but nothing can be added, and it doesn’t stay for ever.',
      next: 'Renew your membership on Civitai, or download what you need.',
    };
  }
  if (overKb === 0) {
    return {
      what: 'Your vault is exactly full.',
      meaning: 'Nothing can be added, and Civitai ends downloads of a vault that stays so.',
      next: 'Make room by removing something, or get more storage on Civitai.',
    };
  }
  return {
    what: `Your vault is ${formatKb(overKb)} over its limit.`,
    meaning: 'Nothing can be added, and what is over doesn’t stay for ever.',
    next: 'Make room by removing something, or get more storage on Civitai.',
  };
}
