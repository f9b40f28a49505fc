import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AvailabilityLookUp, createAvailabilityLookUp } from '@/entrypoints/background/availability/availability';
import { landmarks, UNKNOWN_VERSION_ID } from '@/sandbox/catalogue/landmarks.ts';
import type { Availability } from '@/utils/vault/version-availability';
import { failureOf, model, type SandboxApi, startSandboxApi, successOf, version } from './sandbox-api';

let server: SandboxApi;
beforeAll(async () => {
  server = await startSandboxApi();
});
afterAll(() => server.sandbox.close());

const gone = { problem: { kind: 'not-available', obstacle: 'gone' }, status: 404 };

describe.each(['real', 'documented'] as const)('the catalogue, %s', flavour => {
  let offers: AvailabilityLookUp;
  beforeEach(() => {
    server.sandbox.settings.flavour = flavour;
    server.sandbox.requests.clear();
    offers = createAvailabilityLookUp({
      api: server.as(undefined),
      freshApi: server.as(undefined),
      now: Date.now,
    });
  });

  it('is asked without a key', async () => {
    const api = server.as('a-key-that-must-not-leave');
    await api.model(model(landmarks.wai.modelId));
    await api.models([model(landmarks.wai.modelId)]);
    await api.version(version(landmarks.wai.versionIds[0]));
    await api.miniVersion(version(landmarks.wai.versionIds[0]));
    const seen = server.sandbox.requests.all();
    expect(seen).toHaveLength(4);
    expect(seen.map(({ authorization, cookie }) => ({ authorization, cookie }))).toEqual(
      seen.map(() => ({ authorization: undefined, cookie: false })),
    );
  });

  it('lists the versions of a model in creator order', async () => {
    const wai = successOf(await server.as(undefined).model(model(landmarks.wai.modelId)));
    expect(wai.versions.map(({ versionId }) => versionId)).toEqual(landmarks.wai.versionIds);
    expect(wai.versions.every(({ sizeKb, isGated, isPrivate }) => sizeKb && !isGated && !isPrivate)).toBe(true);
  });

  it('leaves a version out that the page shows', async () => {
    const { modelId, versionIds, hiddenVersionId } = landmarks.hiddenTwin;
    const listed = await offers.modelVersions(model(modelId));
    expect(listed.ok && listed.value.versions.map(({ versionId }) => versionId)).toEqual(
      versionIds.filter(id => id !== hiddenVersionId),
    );
  });

  it.each(['emoji', 'cjk', 'rtl', 'long'] as const)('keeps names as they are: %s', async name => {
    const { modelId } = landmarks[name];
    const listed = await offers.modelVersions(model(modelId));
    const truth = server.sandbox.catalogue.models.find(({ id }) => id === modelId);
    expect(listed.ok && listed.value.modelName).toBe(truth?.name);
    expect(listed.ok && listed.value.versions.map(({ versionName }) => versionName)).toEqual(
      truth?.versions.map(entry => entry.name),
    );
  });

  it('finds several models at once, mature and archived ones too', async () => {
    const ids = [landmarks.wai.modelId, landmarks.mature.modelId, landmarks.archived.modelId].map(model);
    const found = successOf(await server.as(undefined).models([...ids, model(2_147_483_647)]));
    expect(found.map(({ modelId }) => modelId).sort()).toEqual([...ids].sort());
    expect(found.find(({ modelId }) => modelId === landmarks.archived.modelId)?.mode).toBe('Archived');
  });

  it('tells name and size of one version', async () => {
    const [id] = landmarks.wai.versionIds;
    const truth = server.sandbox.catalogue.findVersion(id);
    const size = truth?.files.find(({ primary }) => primary)?.sizeKB;
    expect(successOf(await server.as(undefined).miniVersion(version(id)))).toMatchObject({
      modelName: 'WAI-illustrious-SDXL',
      versionName: truth?.name,
      sizeKb: size,
    });
    expect(successOf(await server.as(undefined).version(version(id)))).toMatchObject({ sizeKb: size });
  });

  it('has nothing of what is unpublished, private, unrated or unknown', async () => {
    const api = server.as(undefined);
    for (const name of ['unpublishedModel', 'privateModel', 'softDeleted', 'hardDeleted', 'unrated'] as const) {
      expect(failureOf(await api.model(model(landmarks[name].modelId))), name).toMatchObject(gone);
    }
    expect(failureOf(await api.version(version(UNKNOWN_VERSION_ID)))).toMatchObject(gone);
    expect(failureOf(await api.miniVersion(version(UNKNOWN_VERSION_ID)))).toMatchObject(gone);
  });

  it.each<[string, number, Availability]>([
    ['ordinary', landmarks.wai.versionIds[11], 'everyone'],
    ['mature', landmarks.mature.versionIds[0], 'everyone'],
    ['left out of the list', landmarks.hiddenTwin.hiddenVersionId, 'everyone'],
    ['behind a gate', landmarks.earlyAccess.gatedVersionId, 'early-access'],
    ['beside one behind a gate', landmarks.earlyAccess.versionIds[1], 'everyone'],
    ['behind a gate for ever', landmarks.permanentGate.versionIds[0], 'early-access'],
    ['archived', landmarks.archived.versionIds[0], 'archived'],
    ['taken down', landmarks.takenDown.versionIds[0], 'not-known'],
    ['for the generator only', landmarks.generationOnly.generationVersionId, 'generation-only'],
    ['beside one for the generator only', landmarks.generationOnly.versionIds[1], 'everyone'],
    ['unpublished', landmarks.unpublishedVersion.unpublishedVersionId, 'gone'],
    ['private in a public model', landmarks.privateVersion.privateVersionId, 'private'],
    ['without files', landmarks.noFiles.noFilesId, 'no-files'],
    ['without a main file', landmarks.noFiles.noPrimaryId, 'no-files'],
    ['deleted for good', landmarks.hardDeleted.versionIds[0], 'gone'],
    ['unrated', landmarks.unrated.versionIds[0], 'gone'],
    ['never there', UNKNOWN_VERSION_ID, 'gone'],
  ])('offers a version that is %s', async (_, id, availability) => {
    expect(await offers.versionAvailability(version(id))).toMatchObject({
      ok: true,
      value: { versionId: id, availability },
    });
  });

  it.each(['unpublishedModel', 'privateModel', 'softDeleted'] as const)(
    'never offers to everybody what nobody can see: %s',
    async name => {
      const offer = await offers.versionAvailability(version(landmarks[name].versionIds[0]));
      expect(['gone', 'unpublished', 'private']).toContain(offer.ok ? offer.value.availability : offer.problem.kind);
    },
  );

  it('measures an archived version, whose files the site keeps back', async () => {
    const offer = await offers.versionAvailability(version(landmarks.archived.versionIds[0]));
    expect(offer.ok && offer.value.sizeKb).toBeGreaterThan(0);
  });

  it('judges every version of the catalogue as its truth says', async () => {
    const { models } = server.sandbox.catalogue;
    const ordinary = models.filter(({ id }) => !Object.values(landmarks).some(({ modelId }) => modelId === id));
    const sample = ordinary.flatMap(({ versions }) => versions.slice(0, 1)).filter((_, index) => index % 6 === 0);
    expect(sample.length).toBeGreaterThan(10);
    for (const truth of sample) {
      const offer = await offers.versionAvailability(version(truth.id));
      const isOpen = truth.usageControl === 'Download' && truth.paidAccess === null && truth.status === 'Published';
      if (offer.ok && offer.value.availability === 'everyone') expect(isOpen, String(truth.id)).toBe(true);
      else expect(offer, String(truth.id)).not.toMatchObject({ value: { availability: isOpen ? 'gone' : 'everyone' } });
    }
  });
});
