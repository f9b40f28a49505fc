import type { VaultItemRow } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';

/** How often the job runs, and how many items one run takes from all vaults together (site-facts.md F.6). */
const JOB_INTERVAL_MS = 600_000;
const ITEMS_PER_RUN = 50;
const MAX_FAILURES = 3;

/** The job of F.6: takes Pending and retriable Failed items and makes them Stored or Failed. */
type LifeCycle = {
  /** Runs once, now. */
  run(): void;
  /** Runs as often as the clock has passed a tenth minute since the last look. */
  catchUp(): void;
};

function problemWith(world: World, row: VaultItemRow): string | undefined {
  const version = world.catalogue.findVersion(row.modelVersionId);
  if (version?.status !== 'Published') return 'Model version not published';
  return world.settings.processingFails.has(row.modelVersionId) ? 'Failed to fetch images' : undefined;
}

function process(world: World, row: VaultItemRow): VaultItemRow {
  const latestError = problemWith(world, row);
  if (latestError === undefined) {
    const sizes = { detailsSizeKb: 12 + (row.modelVersionId % 40), imagesSizeKb: 2_048 + (row.modelVersionId % 2_048) };
    return { ...row, ...sizes, status: 'Stored', meta: { failures: row.meta.failures } };
  }
  return { ...row, status: 'Failed', meta: { failures: row.meta.failures + 1, latestError } };
}

function isEligible(row: VaultItemRow): boolean {
  return row.status !== 'Stored' && row.meta.failures <= MAX_FAILURES;
}

/** Oldest first, so that a backlog drains. */
function eligibleItems(world: World): VaultItemRow[] {
  const items = world.accounts.list().flatMap(account => world.vault.items(account.id).filter(isEligible));
  return items.sort((a, b) => a.addedAt.localeCompare(b.addedAt)).slice(0, ITEMS_PER_RUN);
}

/**
 * The job on `world`'s clock. Real time alone never starts it: the seed's Pending items stay Pending until a test advances
 * the clock or runs the job.
 */
export function createLifeCycle(world: World): LifeCycle {
  let advancedMs = 0;
  let last = world.clock.now();
  const run = () => {
    for (const row of eligibleItems(world)) world.vault.update(process(world, row));
  };
  return {
    run,
    catchUp: () => {
      advancedMs += world.clock.now() - last;
      last = world.clock.now();
      for (; advancedMs >= JOB_INTERVAL_MS; advancedMs -= JOB_INTERVAL_MS) run();
    },
  };
}
