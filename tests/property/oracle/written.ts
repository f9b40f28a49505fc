import type { JournalRow } from '@/entrypoints/background/storage/rows';
import type { Target } from './records';

/** The journal has a request that is out, or about to be. */
export function isWrittenAsSent(row: JournalRow | undefined): boolean {
  return row?.attempt?.kind === 'unanswered';
}

/** What the journal says that the last request was answered. */
export function writtenAnswer(row: JournalRow | undefined): Target | undefined {
  const attempt = row?.attempt;
  return attempt && attempt.kind !== 'unanswered' ? attempt.answer : undefined;
}
