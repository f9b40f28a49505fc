import type { VaultApi } from '@/entrypoints/background/api/vault-api';
import type { VaultPage } from '@/entrypoints/background/api/vault-item';
import type { SyncRow } from '@/entrypoints/background/storage/rows';
import { backoffMs, isFinal } from '@/entrypoints/background/timing/backoff';
import type { Clock } from '@/entrypoints/background/timing/clock';
import { LAG_ALLOWANCE_MS } from '@/entrypoints/background/timing/replica-lag';

import type { ListedVersion } from '@/entrypoints/background/vault/session-vault';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem } from '@/utils/problem';
import {
  countDoubles,
  judgePass,
  readSync,
  startFullPass,
  startSync,
  startTopUpPass,
  writePage,
  writeSync,
} from './passes';
import { readItemsOf } from './read-mirror';

/** Items a page; the most that the API gives (site-facts.md F.2). */
export const PAGE_SIZE = 200;
/** How often in one go the list is read again because it changed while it was being read. */
const MAX_PASSES = 4;
/** How often in a row one page may fail. */
const MAX_PAGE_TRIES = 4;
/** A longer pause might outlive the worker; the rest is left to the next occasion. */
const MAX_PAGE_PAUSE_MS = 20_000;
/** No other try sooner than this after one that failed for good … */
const RETRY_AFTER_MS = 60_000;
/** … or that never found the list at rest. */
const RETRY_AFTER_UNREST_MS = 5 * 60_000;

export type SyncParts = {
  api: Pick<VaultApi, 'list'>;
  clock: Pick<Clock, 'now' | 'elapsed' | 'sleep'>;
  random(): number;
  /** Tells the engine what the list shows, asked for at `askedAt` (`elapsed()`). */
  learn(listed: readonly ListedVersion[], askedAt: number): Promise<void>;
};

/** One sync: whose, until when, and who hears how far it is. */
export type Sync = SyncParts & { session: string; signal: AbortSignal; onProgress(row: SyncRow): void };

type Ended = { problem: Problem; restMs: number } | 'over';

/**
 * Reads of the vault's list as much as is needed for the mirror to be the vault, and resolves with how far it got; `undefined` if
 * the session ended, after which nothing is written. Every page is written before the next is asked for, so a killed worker's
 * successor goes on where it stopped. Rejects where the browser refuses storage.
 */
export async function sync(parts: Sync): Promise<SyncRow | undefined> {
  const { clock, session } = parts;
  const last = await readSync();
  let row = startSync(last, clock.now());
  // Another worker's moments mean nothing here: what this one has learned since is newer than a pass that it only goes on with.
  let askedAt = row === last ? 0 : clock.elapsed();
  for (let passes = 0; passes < MAX_PASSES; passes += 1) {
    const read = await readPass(parts, row);
    if (read === 'over') return undefined;
    if ('restMs' in read) return rest(parts, await readSync(), read.problem, read.restMs);
    row = read;
    const verdict = await judgePass(session, row);
    if (!verdict) return undefined;
    if (verdict.kind === 'whole') {
      await parts.learn(
        verdict.gone.map(versionId => ({ versionId, item: null })),
        askedAt,
      );
      return row.hasNews ? writeDoubles(parts) : readSync();
    }
    if (verdict.kind === 'early') await clock.sleep(LAG_ALLOWANCE_MS, parts.signal);
    if (verdict.kind === 'early' || (row.isFull && !row.hasShrunk)) row = startTopUpPass(row);
    else {
      row = startFullPass(row, clock.now());
      askedAt = clock.elapsed();
    }
  }
  return rest(parts, row, { kind: 'unexpected' }, RETRY_AFTER_UNREST_MS);
}

/** Reads pages until the pass is over. */
async function readPass(parts: Sync, start: SyncRow): Promise<SyncRow | Ended> {
  let row = start;
  while (row.nextPage > 0) {
    const askedAt = parts.clock.elapsed();
    const page = await askPage(parts, row.nextPage);
    if (page === 'over' || 'restMs' in page) return page;
    await parts.learn(
      page.items.map(item => ({ versionId: item.modelVersionId, item })),
      askedAt,
    );
    const next = await writePage(parts.session, row, page, parts.clock.now());
    if (!next || parts.signal.aborted) return 'over';
    row = next;
    parts.onProgress(row);
  }
  return row;
}

async function askPage({ api, clock, random, signal }: Sync, page: number): Promise<VaultPage | Ended> {
  for (let tries = 1; ; tries += 1) {
    const answer = await api.list({ limit: PAGE_SIZE, page, sort: 'Recently Added' }, signal);
    if (signal.aborted) return 'over';
    if (answer.ok) return answer.value;
    const { problem } = answer;
    // Nothing was sent: the next occasion may come as soon as it likes.
    if (problem.kind === 'offline') return { problem, restMs: 0 };
    const pauseMs = backoffMs(tries, problem, { clock, random });
    if (isFinal(problem) || tries >= MAX_PAGE_TRIES || pauseMs > MAX_PAGE_PAUSE_MS) {
      return { problem, restMs: Math.max(pauseMs, RETRY_AFTER_MS) };
    }
    await clock.sleep(pauseMs, signal);
    if (signal.aborted) return 'over';
  }
}

/** Writes down why it came to nothing for now, and from when on it may be tried again. */
function rest({ session, clock }: Sync, row: SyncRow | undefined, problem: Problem, restMs: number) {
  const last = row ?? { ...startFullPass(undefined, clock.now()) };
  return writeSync(session, { ...last, failed: { problem, until: clock.now() + restMs } });
}

/** Counts again how often the vault holds each version; those that are no longer held twice are told as well. */
async function writeDoubles(parts: Sync): Promise<SyncRow | undefined> {
  const [row, doubles] = [await readSync(), await countDoubles()];
  const written = row && (await writeSync(parts.session, { ...row, doubles, hasNews: false }));
  if (written) await recordDoubles(parts, [...row.doubles.map(([id]) => [id, 1] as const), ...doubles]);
  return written;
}

/** Tells the engine how often the vault holds versions, and nothing else: it is older than all that this worker has learned. */
export async function recordDoubles(
  { learn }: Pick<SyncParts, 'learn'>,
  doubles: readonly (readonly [VersionId, number])[],
) {
  const rows = await readItemsOf(doubles.map(([versionId]) => versionId));
  const counts = new Map(doubles);
  await learn(
    rows.map(item => ({ versionId: item.modelVersionId, item, copies: counts.get(item.modelVersionId) ?? 1 })),
    -1,
  );
}
