import type { PageClient } from '@/entrypoints/civitai.content/vault-client/client';
import type { Change } from '@/entrypoints/civitai.content/vault-client/request-queue';
import type { VersionId } from '@/utils/civitai/ids';
import type { ModelFact } from '@/utils/vault/membership';
import type { LinkRegistry, MarkEntry } from './link-registry';

/** The entries that a change affects: they name one of its versions or models, or their model has one of its versions. */
export function affectedBy({ entries, ofModels }: LinkRegistry, change: Change, client: PageClient): Set<MarkEntry> {
  const affected = new Set<MarkEntry>();
  for (const id of change.modelIds) for (const entry of ofModels.get(id) ?? []) affected.add(entry);
  if (change.versionIds.length === 0) return affected;
  const versionIds = new Set(change.versionIds);
  for (const entry of entries.values()) {
    const { versionId, modelId } = entry.target;
    const isNamed = versionId !== undefined && versionIds.has(versionId);
    const model = versionId === undefined && modelId !== undefined ? client.model(modelId) : undefined;
    if (isNamed || hasOneOf(model, versionIds)) affected.add(entry);
  }
  return affected;
}

function hasOneOf(model: ModelFact | undefined, versionIds: ReadonlySet<VersionId>): boolean {
  return model?.facts.some(fact => versionIds.has(fact.versionId)) ?? false;
}
