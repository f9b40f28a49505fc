import type { RadarRow } from '@/entrypoints/background/storage/radar-row';
import type { Clock } from '@/entrypoints/background/timing/clock';
import type { VersionId } from '@/utils/civitai/ids';
import type { RadarFindings, Swap } from '@/utils/messages/radar';
import { watchSettings } from '@/utils/settings/stored-settings';
import { changeRadar, readRadar } from './radar-rows';
import { msUntilDue } from './schedule';
import { type StepParts, takeStep } from './step';

export type RadarParts = Pick<StepParts, 'api'> & {
  clock: Pick<Clock, 'now' | 'wakeAfter'>;
  session(): Promise<{ session: string } | undefined>;
  /** The user's setting. */
  isOn(): Promise<boolean>;
  /** What is said of these versions has changed. */
  changed(versionIds: VersionId[], session: string): Promise<void>;
};

export type Radar = ReturnType<typeof createRadar>;

/** Compares the vault with what the site still offers: one request at a time, far apart, and none where the setting is off. */
export function createRadar(parts: RadarParts) {
  const { session } = parts;
  let running: Promise<void> | undefined;
  const run = (): Promise<void> => {
    running ??= wake(parts)
      .catch(() => undefined)
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  return {
    /** Takes the step that is due, and has the browser wake the worker for the next one. Never rejects. */
    wake: run,
    /** The same from now on whenever the user's settings change. To be called while the worker starts. */
    listen: () => watchSettings(() => void run()),
    /** What was found out, without a request. */
    async findings(): Promise<RadarFindings> {
      const current = (await session())?.session;
      return current === undefined ? NOTHING : { session: current, ...findingsOf(await readRadar()) };
    },
    /** The user has been told of all that is gone now. */
    async markSeen(): Promise<void> {
      const absences = (row: RadarRow) =>
        row.absences.map(each => (each.isGone ? { ...each, isSeen: true as const } : each));
      await changeIf(session, row => ({ ...row, absences: absences(row) }));
    },
    /** A swap begins. */
    beginSwap: (of: string, swap: Swap) =>
      changeRadar(of, row => ({ ...row, swaps: [...without(row.swaps, swap.versionId), swap] })),
    /** It has ended, or the user keeps both. */
    async endSwap(versionId: VersionId): Promise<void> {
      await changeIf(session, row => ({ ...row, swaps: without(row.swaps, versionId) }));
    },
  };
}

const NOTHING: RadarFindings = { gone: [], unseen: 0, newer: [], swaps: [] };

async function changeIf(session: RadarParts['session'], change: (row: RadarRow) => RadarRow): Promise<void> {
  const current = (await session())?.session;
  if (current !== undefined) await changeRadar(current, change);
}

function without(swaps: readonly Swap[], versionId: VersionId): Swap[] {
  return swaps.filter(swap => swap.versionId !== versionId);
}

function findingsOf({ absences, newer, caveat, swaps }: RadarRow): RadarFindings {
  const gone = absences.filter(({ isGone }) => isGone);
  return {
    gone: gone.map(({ versionId }) => versionId),
    unseen: gone.filter(({ isSeen }) => !isSeen).length,
    newer: [...newer],
    swaps: [...swaps],
    ...(caveat && { caveat }),
  };
}

async function wake({ api, clock, session, isOn, changed }: RadarParts): Promise<void> {
  const current = (await session())?.session;
  if (current === undefined || !(await isOn())) return clock.wakeAfter(undefined);
  const before = await readRadar();
  // Before the request: this worker may be killed while it waits.
  clock.wakeAfter(msUntilDue({ ...before, askedAt: clock.now() }, clock.now()));
  await takeStep({ api, now: clock.now }, current);
  const after = await readRadar();
  clock.wakeAfter(msUntilDue(after, clock.now()));
  const ids = differing(hinted(before), hinted(after));
  if (ids.length > 0) await changed(ids, current);
}

function hinted({ absences, newer }: RadarRow): Set<VersionId> {
  return new Set([...absences.filter(({ isGone }) => isGone), ...newer].map(({ versionId }) => versionId));
}

function differing(one: ReadonlySet<VersionId>, other: ReadonlySet<VersionId>): VersionId[] {
  return [...[...one].filter(id => !other.has(id)), ...[...other].filter(id => !one.has(id))];
}
