import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { ok, type Result } from '@/utils/problem';
import { type AccountNow, canBePutBack, type PutBack } from './can-be-put-back';
import type { NewerVersion } from './newer-version';
import { type MirroredItem, sizeOfItemKb } from './vault-item';
import type { VersionAvailability } from './version-availability';

/** A version in the vault that could make space. */
export type Spare = {
  versionId: VersionId;
  modelId: ModelId;
  modelName: string;
  versionName: string;
  /** All its rows, KB. */
  sizeKb: number;
  /** What adding it again may need, as far as its rows say, KB. */
  neededKb: number;
  hasNotes: boolean;
  /** How many rows it has. */
  copies: number;
  /** The vault, or the site, has a newer version of it. */
  isSuperseded: boolean;
};

/** What is left out: `wanted` is the version that the space is for, `gone` those that the site no longer gives to everyone. */
type Knowledge = {
  newer: readonly Pick<NewerVersion, 'versionId'>[];
  gone: readonly VersionId[];
  /** Versions that are being changed, and the one that the space is for. */
  except: ReadonlySet<VersionId>;
};

/** The versions that could make space, in the order in which they are proposed: superseded ones, then the largest, first. */
export function sparesOf(items: readonly MirroredItem[], { newer, gone, except }: Knowledge): Spare[] {
  const outdated = new Set([...newer.map(({ versionId }) => versionId), ...supersededIn(items)]);
  const left = new Set([...gone, ...except, ...items.filter(({ id }) => id < 0).map(item => item.modelVersionId)]);
  const spares = new Map<VersionId, Spare>();
  for (const item of items) {
    const versionId = item.modelVersionId;
    // What the site has not listed yet has no size.
    if (left.has(versionId)) continue;
    const before = spares.get(versionId);
    spares.set(versionId, {
      versionId,
      modelId: item.modelId,
      modelName: item.modelName,
      versionName: item.versionName,
      sizeKb: sizeOfItemKb(item) + (before?.sizeKb ?? 0),
      neededKb: Math.max(item.modelSizeKb, ...item.files.map(file => file.sizeKb), before?.neededKb ?? 0),
      hasNotes: Boolean(item.notes) || before?.hasNotes === true,
      copies: 1 + (before?.copies ?? 0),
      isSuperseded: outdated.has(versionId),
    });
  }
  return [...spares.values()].sort((a, b) => Number(b.isSuperseded) - Number(a.isSuperseded) || b.sizeKb - a.sizeKb);
}

/** Versions of which the vault itself holds one of the same model and base model that was created later. */
function supersededIn(items: readonly MirroredItem[]): VersionId[] {
  const keyOf = ({ modelId, baseModel }: MirroredItem): string => `${modelId} ${baseModel}`;
  const createdAt = ({ createdAt: at }: MirroredItem): number => Date.parse(at ?? '') || 0;
  const newest = new Map<string, number>();
  for (const item of items) newest.set(keyOf(item), Math.max(newest.get(keyOf(item)) ?? 0, createdAt(item)));
  return items
    .filter(item => item.baseModel && createdAt(item) > 0 && createdAt(item) < (newest.get(keyOf(item)) ?? 0))
    .map(item => item.modelVersionId);
}

/**
 * Whether a spare can be proposed: only if it can be put back. `isCounted`: all rows of the vault are known. Account and availability have
 * to be answers of this moment.
 */
export function judgeSpare(
  spare: Spare,
  account: Result<AccountNow>,
  availability: Result<VersionAvailability>,
  isCounted: boolean,
): PutBack {
  const mostKb = availability.ok ? (availability.value.need?.mostKb ?? 0) : 0;
  const stored = {
    hasNotes: spare.hasNotes,
    copies: isCounted ? spare.copies : undefined,
    neededKb: Math.max(spare.neededKb, mostKb),
    leastKb: spare.sizeKb,
  };
  return canBePutBack(ok(stored), account, availability);
}

/** KB that the vault holds at most, and that are free; below zero: it is over its limit. */
export type Space = { freeKb: number; totalKb: number };

/** How much more has to be freed, KB, if these are removed; 0: it is enough. */
export function shortOfKb(neededKb: number, freeKb: number, removed: readonly Pick<Spare, 'sizeKb'>[]): number {
  return Math.max(0, neededKb - freeKb - freedKbOf(removed));
}

/** What their removal frees, KB. */
export function freedKbOf(removed: readonly Pick<Spare, 'sizeKb'>[]): number {
  return removed.reduce((sum, { sizeKb }) => sum + sizeKb, 0);
}

/**
 * Which of the spares are proposed: in their order, those that can be put back, until it is enough; all of them where it never is. None
 * where even an empty vault would be too small.
 */
export function proposedOf<T extends Pick<Spare, 'sizeKb'>>(
  spares: readonly T[],
  canReturn: (spare: T) => boolean,
  neededKb: number,
  { freeKb, totalKb }: Space,
): T[] {
  const proposed: T[] = [];
  if (neededKb > totalKb) return proposed;
  for (const spare of spares) if (canReturn(spare) && shortOfKb(neededKb, freeKb, proposed) > 0) proposed.push(spare);
  return proposed;
}
