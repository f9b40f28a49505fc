import { MOST_LISTED, NEWEST_FIRST, type VaultApi, type VaultPage } from '@/entrypoints/background/api/vault-api';
import type { SyncRow } from '@/entrypoints/background/storage/rows';
import { backoffMs, isFinal } from '@/entrypoints/background/timing/backoff';
import type { Clock } from '@/entrypoints/background/timing/clock';
import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';
import type { VaultEngine } from '@/entrypoints/background/vault/engine';
import type { Problem } from '@/utils/problem';
import { writeDoubles } from './doubles';
import { createPassBounds } from './pass-bounds';
import { finishPass, readSync, startFullPass, startSync, startTopUpPass, writePage, writeSync } from './passes';

/** So many passes in one sync, because the list may change while it is being read. */
const MAX_PASSES = 4;
/** How often in a row one page may fail. */
const MAX_PAGE_TRIES = 4;
/** A longer pause might outlive the worker. */
const MAX_PAGE_PAUSE_MS = 20_000;
/** The next try comes no sooner than this after one that failed for good, or whose passes never agreed with the list. */
const RETRY_AFTER_MS = 60_000;
const RETRY_AFTER_UNREST_MS = 5 * 60_000;

export type SyncParts = {
  api: Pick<VaultApi, 'list'>;
  clock: Pick<Clock, 'now' | 'elapsed' | 'sleep'>;
  random(): number;
  /** As in {@link VaultEngine}. */
  recordListed: VaultEngine['recordListed'];
};

/** One sync of one session, until `signal` aborts. */
export type Sync = SyncParts & { session: string; signal: AbortSignal; onProgress(row: SyncRow): void };

/** The list goes on where it should have ended. */
const ENDLESS: Interruption = { problem: { kind: 'endless-list' }, waitMs: RETRY_AFTER_UNREST_MS };

/** Why a pass stopped: a failure after which the next try waits, or the end of the session. */
type Interruption = { problem: Problem; waitMs: number } | 'session-over';

/**
 * Reads as much of the vault's list as the mirror needs to agree with it, and resolves with how far it got; `undefined`: the session is
 * over. Pages are written in their order, each with how far it brings the pass, so the next worker goes on where a killed one stopped.
 * Rejects where the browser refuses storage.
 */
export async function sync(parts: Sync): Promise<SyncRow | undefined> {
  const { clock, session } = parts;
  const last = await readSync();
  let row = startSync(last, clock.now());
  // Moments of another worker mean nothing here: what this worker has recorded is newer than a pass that it only continues.
  let askedAt = row === last ? 0 : clock.elapsed();
  for (let passes = 0; passes < MAX_PASSES; passes += 1) {
    const read = await readPass(parts, row);
    if (read === 'session-over') return undefined;
    if ('waitMs' in read) return giveUpForNow(parts, await readSync(), read.problem, read.waitMs);
    row = read;
    const result = await finishPass(session, row, clock.now());
    if (!result) return undefined;
    if (result.kind === 'agrees') {
      await parts.recordListed(
        result.gone.map(versionId => ({ versionId, item: null })),
        askedAt,
      );
      return row.hasNews ? writeDoubles(parts) : readSync();
    }
    if (result.kind === 'too-early') await clock.sleep(LAG_ALLOWANCE_MS, parts.signal);
    if (result.kind === 'too-early' || (row.isFull && !row.hasShrunk)) row = startTopUpPass(row);
    else {
      row = startFullPass(row, clock.now());
      askedAt = clock.elapsed();
    }
  }
  return giveUpForNow(parts, row, { kind: 'endless-list' }, RETRY_AFTER_UNREST_MS);
}

/** Reads pages until the pass is over. Of a whole list, the next is on its way while one is being written. */
async function readPass(parts: Sync, start: SyncRow): Promise<SyncRow | Interruption> {
  const ask = (page: number) => ({ askedAt: parts.clock.elapsed(), answer: readPage(parts, page) });
  const bounds = createPassBounds(start);
  let row = start;
  let asked: ReturnType<typeof ask> | undefined;
  while (row.nextPage > 0) {
    if (bounds.isBeyond(row.nextPage)) return ENDLESS;
    const { askedAt, answer } = asked ?? ask(row.nextPage);
    const page = await answer;
    if (page === 'session-over' || 'waitMs' in page) return page;
    const isOver = bounds.isOver(page);
    const hasNext = row.isFull && !isOver && row.nextPage < page.totalPages && !bounds.isBeyond(row.nextPage + 1);
    asked = hasNext ? ask(row.nextPage + 1) : undefined;
    const listed = page.items.map(item => ({ versionId: item.modelVersionId, item }));
    const isOut = await parts.recordListed(listed, askedAt);
    const written = isOut && (await writePage(parts.session, row, page, { isOut, now: parts.clock.now(), isOver }));
    if (!written || parts.signal.aborted) return 'session-over';
    row = written;
    parts.onProgress(row);
  }
  return row;
}

async function readPage({ api, clock, random, signal }: Sync, page: number): Promise<VaultPage | Interruption> {
  for (let tries = 1; ; tries += 1) {
    const answer = await api.list({ limit: MOST_LISTED, page, sort: NEWEST_FIRST }, signal);
    if (signal.aborted) return 'session-over';
    if (answer.ok) return answer.value;
    const { problem } = answer;
    // The request never reached the site: the next sync need not wait.
    if (problem.kind === 'offline') return { problem, waitMs: 0 };
    const pauseMs = backoffMs(tries, problem, { clock, random });
    if (isFinal(problem) || tries >= MAX_PAGE_TRIES || pauseMs > MAX_PAGE_PAUSE_MS) {
      return { problem, waitMs: Math.max(pauseMs, RETRY_AFTER_MS) };
    }
    await clock.sleep(pauseMs, signal);
    if (signal.aborted) return 'session-over';
  }
}

/** Writes down why it failed, and when it may be tried again. */
function giveUpForNow({ session, clock }: Sync, row: SyncRow | undefined, problem: Problem, waitMs: number) {
  const last = row ?? startFullPass(undefined, clock.now());
  return writeSync(session, { ...last, failed: { problem, until: clock.now() + waitMs } });
}
