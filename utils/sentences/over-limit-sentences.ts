import type { Membership } from '@/utils/account/account';
import { formatKb } from '@/utils/texts/format';
import { formatDate } from '@/utils/texts/language';
import { t, tn } from '@/utils/texts/texts';
import type { OverLimit } from '@/utils/vault/over-limit';
import type { Sentences } from './sentences';

const DAY_MS = 24 * 3_600_000;

/** One dated consequence. */
type Expectation = { term: string; text: string };

/** The dated consequences as text; `now` is epoch ms. The notice that shows them calls every date an estimate. */
export function expectationsOf({ since, downloadsUntil, erasesFrom }: OverLimit, now: number): Expectation[] {
  const lines: Expectation[] = [];
  if (since !== undefined) {
    lines.push({ term: t('over-limit.since'), text: t('over-limit.since.date', { date: formatDate(since) }) });
  }
  if (downloadsUntil !== undefined) {
    const text =
      now <= downloadsUntil
        ? tn('over-limit.downloads.until', daysUntil(downloadsUntil, now), { date: formatDate(downloadsUntil) })
        : t('over-limit.downloads.stopped');
    lines.push({ term: t('over-limit.downloads'), text });
  }
  if (erasesFrom !== undefined) {
    const text =
      now < erasesFrom
        ? tn('over-limit.deletion.from', daysUntil(erasesFrom, now), { date: formatDate(erasesFrom) })
        : t('over-limit.deletion.begun');
    lines.push({ term: t('over-limit.deletion'), text });
  }
  return lines;
}

function daysUntil(at: number, now: number): number {
  return Math.ceil((at - now) / DAY_MS);
}

/** The sentences for a vault at or over its limit. */
export function describeOverLimit({ overKb }: OverLimit, membership: Membership): Sentences {
  const state = membership === 'lapsed' ? 'lapsed' : overKb === 0 ? 'exactly-full' : 'over-full';
  return {
    what:
      state === 'over-full'
        ? t('vault-state.over-full.what', { size: formatKb(overKb) })
        : t(`vault-state.${state}.what`),
    meaning: t(`vault-state.${state}.meaning`),
    next: t(`vault-state.${state}.next`),
  };
}
