import { isRecord } from '@/utils/is-record';
import { REPEATABLE, request, takes } from '@/utils/messages/request';
import type { TabSummary } from '@/utils/messages/tab-summary';

// The rows about tabs; like requests.ts, only rows are exported here.

const isSummary = (value: unknown): value is TabSummary => isRecord(value) && typeof value.page === 'string';

/** What the page in a tab shows of the vault: of the tab in front, where none is named. */
export const tabSummary = request('tab-summary', 'page', REPEATABLE, takes<{ tabId?: number }>, isSummary);
