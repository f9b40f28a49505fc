import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { type MirroredItem, sizeOfItemKb } from './vault-item';

/** A version that the vault holds more than once. Sizes are KB. */
export type Twice = {
  versionId: VersionId;
  modelId: ModelId;
  modelName: string;
  versionName: string;
  copies: number;
  /** All rows together. */
  totalKb: number;
  /** The largest row: what one counts at most. */
  oneKb: number;
  /** The smallest row: what becomes free at least. */
  leastKb: number;
  /** The largest size that the version may have when it is added: the user may prefer any of its files (site-facts.md F.4). */
  neededKb: number;
  notes: string[];
};

/** The versions that are in the list more than once, the largest first. Stand-ins don't count. */
export function twiceOf(items: readonly MirroredItem[]): Twice[] {
  const rows = new Map<VersionId, MirroredItem[]>();
  for (const item of items) {
    if (item.id > 0) rows.set(item.modelVersionId, [...(rows.get(item.modelVersionId) ?? []), item]);
  }
  return [...rows.values()].flatMap(same => (same.length > 1 ? sumUp(same) : [])).sort((a, b) => b.totalKb - a.totalKb);
}

function sumUp(rows: readonly MirroredItem[]): Twice[] {
  const [first] = rows;
  if (!first) return [];
  const sizes = rows.map(sizeOfItemKb);
  const { modelVersionId: versionId, modelId, modelName, versionName } = first;
  return [
    {
      ...{ versionId, modelId, modelName, versionName },
      copies: rows.length,
      totalKb: sizes.reduce((sum, kb) => sum + kb, 0),
      oneKb: Math.max(...sizes),
      leastKb: Math.min(...sizes),
      neededKb: Math.max(...rows.flatMap(row => [row.modelSizeKb, ...row.files.map(file => file.sizeKb)])),
      notes: [...new Set(rows.flatMap(({ notes }) => notes || []))],
    },
  ];
}
