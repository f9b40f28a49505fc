import type { History } from '@/entrypoints/background/history/history';
import { isRecord } from '@/utils/is-record';
import { clearHistory, readHistory } from '@/utils/messages/rows/history-requests';
import { endpoint } from './endpoint';
import { isAbsent } from './guards';

export type HistoryServices = { history: History };

/** More than a list shows. */
const MOST = 1_000;

/** What was removed and added. */
export function historyEndpoints({ history }: HistoryServices) {
  return [
    endpoint(readHistory, isCount, ({ count }) => history.list(count)),
    endpoint(clearHistory, isAbsent, async () => void (await history.clear())),
  ];
}

function isCount(arg: unknown): arg is { count: number } {
  return isRecord(arg) && typeof arg.count === 'number' && arg.count >= 1 && arg.count <= MOST;
}
