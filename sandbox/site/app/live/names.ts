import { createCell, useCell } from './emitter.ts';

const names = createCell<ReadonlyMap<number, string>>(new Map());
const newest = createCell<ReadonlyMap<number, number>>(new Map());

/** Gives a model another name while its cards and links stand: their `href` changes in place (site-facts.md, Seen running). */
export function renameModel(modelId: number, name: string): void {
  names.set(new Map(names.get()).set(modelId, name));
}

/** A model's new version: links of lists that name the shown version change in place, too. */
export function publishVersion(modelId: number, versionId: number): void {
  newest.set(new Map(newest.get()).set(modelId, versionId));
}

/** The model's name, followed. */
export function useModelName(modelId: number, name: string): string {
  return useCell(names).get(modelId) ?? name;
}

/** The version that a card of this model shows, followed. */
export function useShownVersion(modelId: number, versionId: number): number {
  return useCell(newest).get(modelId) ?? versionId;
}
