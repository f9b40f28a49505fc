import type { Client } from '@/entrypoints/civitai.content/vault-client/client';
import type { Change } from '@/entrypoints/civitai.content/vault-client/request-queue';
import type { VersionId } from '@/utils/civitai/ids';
import type { ModelFact } from '@/utils/vault/membership';
import type { MarkEntry } from './link-registry';

/** The entries that a change affects: they name one of its versions or models, or their model has one of its versions. */
export function* affectedBy(entries: Iterable<MarkEntry>, change: Change, client: Client): Iterable<MarkEntry> {
  const versionIds = new Set(change.versionIds);
  const modelIds = new Set(change.modelIds);
  for (const entry of entries) {
    const { versionId, modelId } = entry.target;
    if (versionId !== undefined) {
      if (versionIds.has(versionId)) yield entry;
    } else if (modelId !== undefined && (modelIds.has(modelId) || hasOneOf(client.model(modelId), versionIds))) {
      yield entry;
    }
  }
}

function hasOneOf(model: ModelFact | undefined, versionIds: ReadonlySet<VersionId>): boolean {
  return versionIds.size > 0 && model !== undefined && model.facts.some(fact => versionIds.has(fact.versionId));
}
