import type { DropBy, FaultKind } from '@/sandbox/http/faults.ts';
import type { Stage } from '@/tests/e2e/support/stage.ts';
import { type Intended, openIntents, type Standing } from '@/tests/e2e/support/vault/intents.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { putInLongAgo } from './places.ts';

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

/** When an intent has been waited for long enough. */
export type IsOver = (found: Found) => boolean;

export const isSettled: IsOver = ({ outcome, isBusy }) => outcome !== undefined && !isBusy;

/** The vault is as intended, or says that it isn't. What the browser repeats by itself it has repeated by then. */
export const isRightOrTold: IsOver = ({ rows, loss, problem }) =>
  rows === rowsIntended(loss) || problem === 'duplicated';

export function rowsIntended({ target }: Pick<Loss, 'target'>): number {
  return target === 'in' ? 1 : 0;
}

/**
 * Carries all of it out in one browser: each toggle alone on the wire, so that no fault meets another's, and all of the waiting at the
 * same time.
 */
export async function carryOutAll(
  stage: Stage,
  losses: readonly Loss[],
  timeoutMs: number,
  isOver: IsOver = isSettled,
): Promise<Found[]> {
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
  await new Promise(resolve => setTimeout(resolve, 1_000));
  let found: Found[] = [];
  const areOver = async () => {
    found = (await intents.read()).flatMap(standing => findingOf(stage, places, standing));
    return found.every(isOver);
  };
  // One that isn't shows in its own case.
  await until('every intent to be over', areOver, { timeoutMs, everyMs: 500 }).catch(() => undefined);
  return found;
}

function findingOf(stage: Stage, places: ReadonlyMap<number, Loss>, standing: Standing): Found[] {
  const { versionId } = standing;
  const loss = places.get(versionId);
  const rows = rowsOf(stage, 'small', versionId).length;
  return loss ? [{ ...standing, loss, rows, posts: postsOf(stage, versionId) }] : [];
}
