import type { WorldModel } from '@/sandbox/records.ts';
import { buildModel } from './build-model.ts';
import { BASE_MODELS, CATEGORIES, modelName, versionName } from './names.ts';

const CROWD = 2_160;
const FIRST_MODEL_ID = 5_000_011;
const FIRST_VERSION_ID = 6_000_013;
const TYPES = ['LORA', 'Checkpoint', 'LORA', 'LoCon', 'TextualInversion', 'LORA', 'VAE'];

function pickFrom<T>(list: readonly T[], place: number, other: T): T {
  return list[place % list.length] ?? other;
}

function crowdModel(n: number): WorldModel {
  const type = pickFrom(TYPES, n * 5 + Math.floor(n / 7), 'LORA');
  const category = pickFrom(CATEGORIES, n * 3 + Math.floor(n / 8), '');
  // Every fifteenth is mature, and therefore on .red only.
  const nsfwLevel = n % 15 === 14 ? 28 : 1;
  const count = 1 + ((n * 7 + Math.floor(n / 5)) % 3);
  return buildModel({
    id: FIRST_MODEL_ID + n * 11,
    name: modelName(n + 1_000, type),
    type,
    category,
    tags: category === '' ? ['crowd'] : [category, 'crowd'],
    nsfwLevel,
    versions: Array.from({ length: count }, (_, index) => ({
      id: FIRST_VERSION_ID + n * 10 + (count - index),
      name: versionName(n + 1_000, count - index),
      baseModel: pickFrom(BASE_MODELS, n + index * 2, 'Other'),
      sizeKb: 20_000 + ((n * 7_919) % 400_000),
      nsfwLevel,
    })),
  });
}

/**
 * The many models that a feed is made of when one scrolls on and on: 2,160 of them, one to three versions each, always the
 * same. Every endpoint knows them; no account keeps one unless a test adds it.
 */
export function createCrowd(): WorldModel[] {
  return Array.from({ length: CROWD }, (_, n) => crowdModel(n));
}
