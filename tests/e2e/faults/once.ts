import type { DropBy, FaultKind } from '@/sandbox/http/faults.ts';
import type { Stage } from '@/tests/e2e/support/stage.ts';
import { type Intended, openIntents, type Standing } from '@/tests/e2e/support/vault/intents.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { putInLongAgo } from './side-by-side.ts';

/** One toggle, what its connection meets, and how old its reads are. */
export type Loss = { name: string; target: Intended['target']; fault: FaultKind; lagMs: number };
export type Found = Standing & {
  loss: Loss;
  rows: number;
  posts: { at: number; isStreamed: boolean; protocol: string }[];
};

const WAYS: readonly DropBy[] = ['socket', 'session', 'goaway', 'refused', 'stream'];

function lossesOf(when: 'before-commit' | 'after-commit'): { name: string; fault: FaultKind }[] {
  const drops = WAYS.map(by => ({ name: `${by}, ${when}`, fault: { kind: 'drop', when, by } as const }));
  return when === 'before-commit' ? drops : [...drops, { name: 'half an answer', fault: { kind: 'cut' } }];
}

/** Add and remove, each loss, with reads that are up to date and with such that are 4 s behind. */
export function everyLoss(): Loss[] {
  const losses = [...lossesOf('after-commit'), ...lossesOf('before-commit')];
  return losses.flatMap(loss =>
    (['in', 'out'] as const).flatMap(target => [0, 4_000].map(lagMs => ({ ...loss, target, lagMs }))),
  );
}

/** One of each kind after the commit: they take turns between add and remove, with lag and without. */
export function oneOfEach(): Loss[] {
  return lossesOf('after-commit').map((loss, n) => ({
    ...loss,
    target: n % 2 ? 'out' : 'in',
    lagMs: n % 4 < 2 ? 4_000 : 0,
  }));
}

/** Versions that `small` hasn't. */
function freeVersions(stage: Stage): number[] {
  const ids = stage.sandbox.catalogue.ordinaryVersions().map(({ id }) => id);
  return ids.filter(id => rowsOf(stage, 'small', id).length === 0);
}

/**
 * Gives each loss a version and prepares it, all before the first request leaves: behind the worker's back, the storage used must not
 * change.
 */
function cast(stage: Stage, losses: readonly Loss[]): Map<number, Loss> {
  const { vault, accounts, settings, faults } = stage.sandbox;
  vault.setStorage(accounts.get('small').id, 2_000_000_000);
  const free = freeVersions(stage);
  const places = new Map<number, Loss>();
  for (const loss of losses) {
    const versionId = free.shift() ?? 0;
    places.set(versionId, loss);
    if (loss.target === 'out') putInLongAgo(stage, versionId);
    if (loss.lagMs > 0) settings.replicaLagMsByVersion.set(versionId, loss.lagMs);
    faults.add({ endpoint: 'vault/toggle-version', versionId, times: 1, ...loss.fault });
  }
  return places;
}

function postsOf({ sandbox }: Stage, versionId: number) {
  return sandbox.requests.of('vault/toggle-version').filter(({ versionIds }) => versionIds.includes(versionId));
}

/**
 * Carries all of it out in one browser: each toggle alone on the wire, so that no fault meets another's, and all of the waiting at the
 * same time.
 */
export async function carryOutAll(stage: Stage, losses: readonly Loss[], settledMs: number): Promise<Found[]> {
  const places = cast(stage, losses);
  const intents = await openIntents(await stage.browser.openVaultPage());
  for (const [versionId, { target }] of places) {
    await intents.submit([{ versionId, target }]);
    const hasLeft = () => postsOf(stage, versionId).length > 0;
    // A stream that is not carried fails before anything leaves.
    await until('the request to leave', hasLeft, { everyMs: 10, timeoutMs: 6_000 }).catch(() => undefined);
    // A repetition by the browser leaves at once.
    await new Promise(resolve => setTimeout(resolve, 60));
  }
  let standings: Standing[] = [];
  const isSettled = async () => {
    standings = await intents.read();
    return standings.every(({ outcome, isBusy }) => outcome !== undefined && !isBusy);
  };
  // One that isn't shows in its own case.
  await until('every intent to be settled', isSettled, { timeoutMs: settledMs, everyMs: 500 }).catch(() => undefined);
  return standings.flatMap(standing => {
    const { versionId } = standing;
    const loss = places.get(versionId);
    const rows = rowsOf(stage, 'small', versionId).length;
    return loss ? [{ ...standing, loss, rows, posts: postsOf(stage, versionId) }] : [];
  });
}
