import type { CivitaiTarget } from '@/utils/civitai/civitai-url';
import type { ModelId, VersionId } from '@/utils/civitai/ids';
import { ok, type Problem, type Result } from '@/utils/problem';
import type { ModelVersions, VersionAvailability } from '@/utils/vault/version-availability';
import type { PageClient } from './client';

/** The site's answers about models and versions that the user showed interest in. */
export type LookUps = {
  versionsOf(modelId: ModelId): ModelVersions | undefined;
  availabilityOf(versionId: VersionId): VersionAvailability | undefined;
  model(modelId: ModelId, isFresh?: boolean): Promise<Result<ModelVersions>>;
  version(versionId: VersionId): Promise<Result<VersionAvailability>>;
  /** Looks up what a link leads to: its version, or its model with all versions (with `isFresh` anew). Resolves with why that failed. */
  target(target: CivitaiTarget, isFresh?: boolean): Promise<Problem | undefined>;
};

/**
 * Looks each up once and keeps the answer for as long as the page lives. The worker makes at most two look-ups at a time, and shares
 * those under way. `changed`: there is something new to draw.
 */
export function createLookUps(client: PageClient, changed: () => void): LookUps {
  const models = new Map<ModelId, ModelVersions>();
  const availabilities = new Map<VersionId, VersionAvailability>();
  const model = (modelId: ModelId, isFresh?: boolean) =>
    lookUpOnce(models, modelId, () => client.modelVersions(modelId, isFresh), changed, isFresh);
  const version = (versionId: VersionId) =>
    lookUpOnce(availabilities, versionId, () => client.versionAvailability(versionId), changed);
  return {
    versionsOf: modelId => models.get(modelId),
    availabilityOf: versionId => availabilities.get(versionId),
    model,
    version,
    async target({ versionId, modelId }, isFresh) {
      const found =
        versionId !== undefined ? version(versionId) : modelId !== undefined ? model(modelId, isFresh) : undefined;
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
  isFresh = false,
): Promise<Result<Value>> {
  if (isFresh) answers.delete(id);
  const known = answers.get(id);
  if (known !== undefined) return ok(known);
  const answer = await request();
  if (answer.ok && (isFresh || !answers.has(id))) {
    answers.set(id, answer.value);
    changed();
  }
  return answer;
}
