import type { WorldModel } from '@/sandbox/records.ts';
import { buildFile, buildModel } from './build-model.ts';
import { creators, landmarks } from './landmarks.ts';
import { namedModels } from './special-names.ts';
import { obstacleModels } from './special-obstacles.ts';

const WAI_NAMES = [
  'v16.0',
  'v15.0',
  'v14.0',
  'v13.0',
  'v12.0',
  'v11.0',
  'v10.0',
  'v9.0',
  'v8.0',
  'v7.0',
  'v5.0',
  'v1.0 – first release',
];

function waiModel(): WorldModel {
  const model = buildModel({
    id: landmarks.wai.modelId,
    name: 'WAI-illustrious-SDXL',
    type: 'Checkpoint',
    creator: { ...creators.wai },
    category: 'character',
    tags: ['character', 'anime', 'base model'],
    versions: landmarks.wai.versionIds.map((id, index) => ({
      id,
      name: WAI_NAMES[index] ?? `version ${index}`,
      baseModel: 'Illustrious',
      sizeKb: 6_775_430 - index * 12,
      trainedWords: ['masterpiece', 'best quality'],
      nsfwLevel: 1,
    })),
  });
  const first = model.versions[0];
  // Exactly the file and date of the documentation's example.
  if (first) {
    first.createdAt = '2025-04-01T08:30:00.000Z';
    first.publishedAt = first.createdAt;
    first.files = [
      buildFile({
        id: 2_402_203,
        name: 'waiIllustriousSDXL_v160.safetensors',
        type: 'Model',
        sizeKB: 6_775_430,
        primary: true,
        metadata: { format: 'SafeTensor', size: 'full', fp: 'fp16' },
      }),
    ];
  }
  return model;
}

function twinModels(): WorldModel[] {
  const { hiddenTwin, hiddenBetweenTwins, sameNames } = landmarks;
  const named = (ids: readonly number[], names: string[], hiddenId?: number) =>
    ids.map((id, index) => ({ id, name: names[index] ?? 'v1.0', hiddenFromApi: id === hiddenId }));
  return [
    buildModel({
      id: hiddenTwin.modelId,
      name: 'Hidden Twin',
      versions: named(hiddenTwin.versionIds, ['v3.0', 'v2.0', 'v2.0', 'v1.5', 'v1.0'], hiddenTwin.hiddenVersionId),
    }),
    buildModel({
      id: hiddenBetweenTwins.modelId,
      name: 'Hidden Between Twins',
      versions: named(
        hiddenBetweenTwins.versionIds,
        ['v2.0', 'final', 'beta', 'final'],
        hiddenBetweenTwins.hiddenVersionId,
      ),
    }),
    buildModel({
      id: sameNames.modelId,
      name: 'All Named Alike',
      versions: named(sameNames.versionIds, ['v1.0', 'v1.0', 'v1.0']),
    }),
    buildModel({
      id: landmarks.namesake.modelId,
      name: 'Namesake',
      versions: named(landmarks.namesake.versionIds, []),
    }),
    buildModel({
      id: landmarks.namesakeOther.modelId,
      name: 'Namesake',
      versions: named(landmarks.namesakeOther.versionIds, []),
    }),
  ];
}

/** The models of `landmarks`, except the hard-deleted one, which no longer exists. */
export function specialModels(): WorldModel[] {
  return [waiModel(), ...twinModels(), ...namedModels(), ...obstacleModels()];
}
