import { isRecord } from '@/utils/is-record';
import { isNothing, ONCE, REPEATABLE, request, takes } from '@/utils/messages/request';
import type { ShownEntry } from '@/utils/vault/history';

// The rows of the history; like requests.ts, only rows are exported here.

const isHistory = (value: unknown): value is { session?: string; entries: ShownEntry[] } =>
  isRecord(value) && Array.isArray(value.entries);

/** The last removals and additions, the newest first; `session`: whose, absent while no account is signed in. */
export const readHistory = request('history', 'page', REPEATABLE, takes<{ count: number }>, isHistory);

/** Forgets the history. */
export const clearHistory = request('clear-history', 'page', ONCE, takes<undefined>, isNothing);
