import type { ModelId, VersionId } from '@/utils/civitai/ids';

/** Both looks at a version that is gone have to be so far apart: what is unpublished for a day comes back (site-facts.md G.5). */
export const LOOKS_APART_MS = 36 * 3_600_000;
/** If so many versions, and so large a part of all items, vanish between two passes, the site is ill or hides them from this region. */
const MANY = 10;
const MANY_SHARE = 0.03;

/** A version that a pass didn't find: not in the list, and 404 for its model and for itself. `at`: when, epoch ms. */
export type Missed = { versionId: VersionId; modelId: ModelId; at: number };

/** A version that a pass didn't find. Times are epoch ms. */
export type Absence = {
  versionId: VersionId;
  modelId: ModelId;
  /** When it was first not found. */
  since: number;
  /** It was looked for twice, far enough apart: the site no longer gives it to everyone. */
  isGone?: true;
  /** The user has been told. */
  isSeen?: true;
};

/** Why a pass proves nothing. `many`: too much vanished at once; `control`: so did a model that is known to be there. */
export type Caveat = 'many' | 'control';

/** What is known of absences from one pass to the next. */
export type Absences = {
  absences: readonly Absence[];
  /** Missed by a pass that was doubted: the next pass doesn't count them as vanished since. */
  suspects: readonly VersionId[];
  caveat?: Caveat | undefined;
};

/** What a pass found out. `isFirst`: no pass went before, so nothing can have vanished since. */
export type PassEnd = { missed: readonly Missed[]; itemCount: number; isFirst: boolean; hasLostControl: boolean };

/** Judges a pass that has come to its end: what it missed is gone if an earlier pass, long enough before, missed it as well. */
export function judgePass(before: Absences, pass: PassEnd): Absences {
  const { absences, suspects } = before;
  if (pass.hasLostControl) return { absences, suspects, caveat: 'control' };
  const known = new Map(absences.map(absence => [absence.versionId, absence]));
  const vanished = pass.missed.filter(({ versionId }) => !known.has(versionId) && !suspects.includes(versionId));
  const isMany = vanished.length >= MANY && vanished.length > pass.itemCount * MANY_SHARE;
  if (isMany && !pass.isFirst) {
    return { absences, suspects: pass.missed.map(({ versionId }) => versionId), caveat: 'many' };
  }
  for (const missed of pass.missed) known.set(missed.versionId, missAgain(known.get(missed.versionId), missed));
  return { absences: [...known.values()], suspects: [] };
}

function missAgain(before: Absence | undefined, { versionId, modelId, at }: Missed): Absence {
  // The clock was set back since: how long ago that was is not known.
  if (!before || before.since > at) return { ...before, versionId, modelId, since: at };
  return at - before.since >= LOOKS_APART_MS ? { ...before, isGone: true } : before;
}

/** Takes back what was said of versions that the site has again. */
export function takeBack(absences: readonly Absence[], found: ReadonlySet<VersionId>): readonly Absence[] {
  return absences.some(({ versionId }) => found.has(versionId))
    ? absences.filter(({ versionId }) => !found.has(versionId))
    : absences;
}
