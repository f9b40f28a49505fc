import type { CivitaiTarget } from '@/utils/civitai/civitai-url';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { ok, type Problem, type Result } from '@/utils/problem';
import type { ModelVersions, VersionAvailability } from '@/utils/vault/version-availability';
import type { Client } from './client';

/** The site's answers about models and versions that the user showed interest in. */
export type LookUps = {
  versionsOf(modelId: ModelId): ModelVersions | undefined;
  availabilityOf(versionId: VersionId): VersionAvailability | undefined;
  model(modelId: ModelId): Promise<Result<ModelVersions>>;
  version(versionId: VersionId): Promise<Result<VersionAvailability>>;
  /** Looks up what a link leads to: its version, or its model with all versions. Resolves with why that failed. */
  target(target: CivitaiTarget): Promise<Problem | undefined>;
};

/**
 * Looks each up once and keeps the answer for as long as the page lives. The worker makes at most two look-ups at a time, and shares
 * those under way. `changed`: there is something new to draw.
 */
export function createLookUps(client: Client, changed: () => void): LookUps {
  const models = new Map<ModelId, ModelVersions>();
  const availabilities = new Map<VersionId, VersionAvailability>();
  const model = (modelId: ModelId) => lookUpOnce(models, modelId, () => client.modelVersions(modelId), changed);
  const version = (versionId: VersionId) =>
    lookUpOnce(availabilities, versionId, () => client.versionAvailability(versionId), changed);
  return {
    versionsOf: modelId => models.get(modelId),
    availabilityOf: versionId => availabilities.get(versionId),
    model,
    version,
    async target({ versionId, modelId }) {
      const found = versionId !== undefined ? version(versionId) : modelId !== undefined ? model(modelId) : undefined;
      const answer = await found;
      return answer?.ok === false ? answer.problem : undefined;
    },
  };
}

async function lookUpOnce<Id, Value>(
  answers: Map<Id, Value>,
  id: Id,
  request: () => Promise<Result<Value>>,
  changed: () => void,
): Promise<Result<Value>> {
  const known = answers.get(id);
  if (known !== undefined) return ok(known);
  const answer = await request();
  if (answer.ok && !answers.has(id)) {
    answers.set(id, answer.value);
    changed();
  }
  return answer;
}
