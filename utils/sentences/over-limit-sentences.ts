import type { Membership } from '@/utils/account/account';
import type { OverLimit } from '@/utils/vault/over-limit';
import { formatDate, formatKb } from './format';
import type { Sentences } from './problem-sentences';

const DAY_MS = 24 * 3_600_000;

/** One dated consequence. */
type Expectation = { term: string; text: string };

/** The dated consequences as text; `now` is epoch ms. The notice that shows them calls every date an estimate. */
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
  // On a narrow page the line breaks before the bracket, not within.
  return `${formatDate(at)} (in\u00a0${days === 1 ? 'a\u00a0day' : `${days}\u00a0days`})`;
}

/** The sentences for a vault at or over its limit. */
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
