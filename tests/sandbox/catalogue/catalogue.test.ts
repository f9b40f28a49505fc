import { describe, expect, it } from 'vitest';
import { createCatalogue } from '@/sandbox/catalogue/catalogue.ts';
import { createFinder } from '@/sandbox/catalogue/finder.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { MODEL_TYPES } from '@/sandbox/catalogue/names.ts';

const models = createCatalogue();
const versions = models.flatMap(model => model.versions);
const find = createFinder(models);

describe('the catalogue', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(createCatalogue(7)).toEqual(createCatalogue(7));
    expect(createCatalogue(7)).not.toEqual(createCatalogue(8));
  });

  it('has enough of everything', () => {
    expect(models.length).toBeGreaterThanOrEqual(120);
    expect(versions.length).toBeGreaterThanOrEqual(400);
    expect(new Set(models.map(({ type }) => type))).toEqual(new Set(MODEL_TYPES));
    expect(find.ordinaryVersions().length).toBeGreaterThanOrEqual(300);
  });

  it('gives every model, version and file an id of its own within 31 bits', () => {
    const files = versions.flatMap(version => version.files);
    for (const list of [models, versions, files]) {
      const ids = list.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every(id => Number.isInteger(id) && id > 0 && id <= 2_147_483_647)).toBe(true);
    }
  });

  it('recommends existing versions of other models', () => {
    for (const version of versions) {
      expect(version.recommended.length).toBeGreaterThan(0);
      for (const id of version.recommended) expect(find.findVersion(id)?.modelId).not.toBe(version.modelId);
      for (const id of version.recommended) expect(find.findVersion(id)).toBeDefined();
    }
  });

  it.each(Object.entries(landmarks))('has the landmark %s with its versions in creator order', (name, landmark) => {
    const model = find.findModel(landmark.modelId);
    if (name === 'hardDeleted') {
      expect(model).toBeUndefined();
      return;
    }
    expect(model?.versions.map(({ id }) => id)).toEqual([...landmark.versionIds]);
    expect(model?.versions.map(({ index }) => index)).toEqual(landmark.versionIds.map((_, index) => index));
  });

  it('has the model of the documentation with 12 versions', () => {
    const wai = find.findModel(landmarks.wai.modelId);
    expect(wai?.name).toBe('WAI-illustrious-SDXL');
    expect(wai?.versions).toHaveLength(12);
    expect(wai?.versions[0]).toMatchObject({ id: 2514310, name: 'v16.0', createdAt: '2025-04-01T08:30:00.000Z' });
    expect(wai?.versions.at(-1)?.name).toBe('v1.0 – first release');
  });

  it('hides a third version whose name a neighbour shares', () => {
    const [, second, third, ...rest] = find.findModel(landmarks.hiddenTwin.modelId)?.versions ?? [];
    expect(third?.hiddenFromApi).toBe(true);
    expect(second?.name).toBe(third?.name);
    expect([second, ...rest].every(version => version?.hiddenFromApi === false)).toBe(true);
  });

  it.each([
    ['emoji', landmarks.emoji.modelId, /\p{Extended_Pictographic}/u],
    ['CJK', landmarks.cjk.modelId, /\p{Script=Han}/u],
    ['right-to-left', landmarks.rtl.modelId, /\p{Script=Arabic}/u],
    ['200 characters', landmarks.long.modelId, /^.{200}$/],
    ['nothing for a slug', landmarks.emptySlug.modelId, /^[^a-z0-9]+$/i],
  ])('has a name with %s', (_what, modelId, pattern) => {
    expect(find.findModel(modelId)?.name).toMatch(pattern);
  });

  it('forgets a version that is deleted for good', () => {
    const own = createFinder(createCatalogue());
    own.deleteVersion(landmarks.sameNames.versionIds[1]);
    expect(own.findVersion(landmarks.sameNames.versionIds[1])).toBeUndefined();
    expect(own.findModel(landmarks.sameNames.modelId)?.versions).toHaveLength(2);
  });
});
