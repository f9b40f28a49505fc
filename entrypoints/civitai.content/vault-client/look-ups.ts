import type { CivitaiTarget } from '@/utils/civitai/civitai-url';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { ok, type Problem, type Result } from '@/utils/problem';
import type { ModelVersions, VersionAvailability } from '@/utils/vault/version-availability';
import type { Client } from './client';

export type LookUps = ReturnType<typeof createLookUps>;

/**
 * What the site says of models and versions that a person has shown interest in: looked up once, then kept for as long as the page
 * lives. The background makes at most two look-ups at a time, and shares those that are under way. `changed`: there is something new to draw.
 */
export function createLookUps(client: Client, changed: () => void) {
  const models = new Map<ModelId, ModelVersions>();
  const offers = new Map<VersionId, VersionAvailability>();

  const model = (modelId: ModelId) => once(models, modelId, () => client.modelVersions(modelId));
  const version = (versionId: VersionId) => once(offers, versionId, () => client.versionAvailability(versionId));

  return {
    versionsOf: (modelId: ModelId): ModelVersions | undefined => models.get(modelId),
    availabilityOf: (versionId: VersionId): VersionAvailability | undefined => offers.get(versionId),
    model,
    version,
    /** What a link leads to: its version, or its model with all versions. Resolves with why it could not be looked up. */
    async target({ versionId, modelId }: CivitaiTarget): Promise<Problem | undefined> {
      const found = versionId !== undefined ? version(versionId) : modelId !== undefined ? model(modelId) : undefined;
      const answer = await found;
      return answer?.ok === false ? answer.problem : undefined;
    },
  };

  async function once<Id, Value>(
    kept: Map<Id, Value>,
    id: Id,
    ask: () => Promise<Result<Value>>,
  ): Promise<Result<Value>> {
    const known = kept.get(id);
    if (known !== undefined) return ok(known);
    const answer = await ask();
    if (answer.ok && !kept.has(id)) {
      kept.set(id, answer.value);
      changed();
    }
    return answer;
  }
}
