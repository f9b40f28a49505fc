import { describe, expect, it } from 'vitest';
import { namingOf, type ViewSources } from '@/entrypoints/civitai.content/views/marked-link';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import { fail } from '@/utils/problem';
import type { ModelVersions, VersionAvailability } from '@/utils/vault/version-availability';

const [modelId, otherModel, versionId, other] = [1, 5, 10, 999];
if (!isModelId(modelId) || !isModelId(otherModel) || !isVersionId(versionId) || !isVersionId(other))
  throw new Error('not an id');
const listed: ModelVersions = { modelId, modelName: 'Amber', versions: [{ versionId, versionName: 'v1' }] };
const lookedUp: VersionAvailability = {
  versionId: other,
  modelId: otherModel,
  modelName: 'Cobalt',
  versionName: 'v9',
  availability: 'everyone',
};

/** A page that has looked up the model, and perhaps the version. */
function sourcesWith(found?: VersionAvailability): ViewSources {
  const refused = async () => fail({ kind: 'unexpected' });
  const lookUps = {
    versionsOf: () => listed,
    availabilityOf: () => found,
    model: refused,
    version: refused,
    target: async () => undefined,
  };
  return { client: fakeClient({}), lookUps, intents: { overlay: (_id, fact) => fact } };
}

describe('the name of a version that a link names', () => {
  it('is what Civitai says of it, also under the address of another model', () => {
    const marked = { target: { modelId, versionId: other }, name: 'here' };
    expect(namingOf(sourcesWith(lookedUp), marked)).toMatchObject({
      modelName: 'Cobalt',
      modelId: otherModel,
      versionName: 'v9',
    });
  });

  it('is what the model’s list says where the version itself was not looked up', () => {
    const marked = { target: { modelId, versionId }, name: 'here' };
    expect(namingOf(sourcesWith(), marked)).toMatchObject({ modelName: 'Amber', modelId, versionName: 'v1' });
  });
});
