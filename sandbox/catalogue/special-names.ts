import type { WorldModel } from '@/sandbox/records.ts';
import { buildModel, type VersionPlan } from './build-model.ts';
import { landmarks } from './landmarks.ts';

const LONG = 'An extraordinarily long model name that never seems to end and wraps wherever it is shown ';

function versions(ids: readonly number[], names: string[]): VersionPlan[] {
  return ids.map((id, index) => ({ id, name: names[index] ?? 'v1.0' }));
}

/** Landmarks whose only peculiarity is how they are called. */
export function namedModels(): WorldModel[] {
  const { singleVersion, emoji, cjk, rtl, long, emptySlug } = landmarks;
  return [
    buildModel({
      id: singleVersion.modelId,
      name: 'Only One',
      versions: versions(singleVersion.versionIds, ['v1.0']),
    }),
    buildModel({
      id: emoji.modelId,
      name: '🦊 Fox Spirit 👩‍🚀 Style 🏳️‍🌈',
      versions: versions(emoji.versionIds, ['✨ v2 ✨', '🥚']),
    }),
    buildModel({
      id: cjk.modelId,
      name: '水墨画風の背景',
      versions: versions(cjk.versionIds, ['第二版・改良', '初版']),
    }),
    buildModel({
      id: rtl.modelId,
      name: 'أسلوب الخط العربي',
      versions: versions(rtl.versionIds, ['الإصدار الثاني (v2)', 'גרסה 1']),
    }),
    buildModel({
      id: long.modelId,
      name: LONG.repeat(3).slice(0, 200),
      versions: versions(long.versionIds, ['a version name that goes on '.repeat(5).slice(0, 120), 'v1']),
    }),
    buildModel({ id: emptySlug.modelId, name: '☆★☆', versions: versions(emptySlug.versionIds, ['★']) }),
  ];
}
