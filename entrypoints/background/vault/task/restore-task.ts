import type { IntentRow, JournalRow } from '@/entrypoints/background/storage/rows';
import type { Clock } from '@/entrypoints/background/vault/ports';
import { createLine, type Intent, type Line } from './version-task';

/**
 * A line as a killed worker left it. Nobody waits for it any more. A request without an answer may have gone out, or may not. A removal
 * loses its confirmation: nothing left in a journal sends a first removal later, or another after one whose answer was lost.
 */
export function reviveLine({ versionId, intent, next, post, untold }: JournalRow, clock: Clock): Line {
  const line = createLine(versionId);
  line.intent = intent && reviveIntent(intent, clock);
  line.next = next && reviveIntent(next, clock);
  line.post = post;
  line.untold = untold;
  line.postAsOf = clock.elapsed();
  line.doingSince = intent?.askedAt ?? 0;
  return line;
}

function reviveIntent(row: IntentRow, clock: Clock): Intent {
  return {
    row: { ...row, confirmedAt: undefined },
    waiting: [],
    meantAt: clock.elapsed(),
    isWritten: true,
    notBefore: 0,
  };
}
