import type { WorldFile, WorldModel, WorldVersion } from '@/sandbox/records.ts';
import { buildFile, buildModel, type VersionPlan } from './build-model.ts';
import { BASE_MODELS, CATEGORIES, MODEL_TYPES, modelName, versionName } from './names.ts';
import { createRandom, type Random } from './random.ts';
import { specialModels } from './special-models.ts';

const GENERATED = 130;
const VERSION_COUNTS = [3, 1, 4, 2, 6, 5, 3, 8, 2, 4];
const FIRST_MODEL_ID = 100_217;
const FIRST_VERSION_ID = 1_100_003;
const SIZES: { [type: string]: [number, number] } = {
  Checkpoint: [2_000_000, 12_000_000],
  LORA: [18_000, 460_000],
  TextualInversion: [16, 400],
  Wildcards: [2, 90],
  Workflows: [4, 60],
};

function extraFiles(random: Random, id: number, sizeKb: number): WorldFile[] {
  const pruned = { format: 'SafeTensor', size: 'pruned', fp: 'fp16' };
  const files: WorldFile[] = [];
  if (random.chance(0.2)) {
    const sizeKB = Math.round(sizeKb / 2);
    const name = `pruned_${id}.safetensors`;
    files.push(buildFile({ id: id * 4 + 1, name, type: 'Pruned Model', sizeKB, primary: false, metadata: pruned }));
  }
  if (random.chance(0.15)) {
    const name = `config_${id}.yaml`;
    const metadata = { format: 'Config' };
    files.push(buildFile({ id: id * 4 + 2, name, type: 'Config', sizeKB: 8, primary: false, metadata }));
  }
  return files;
}

function planVersion(random: Random, id: number, name: string, type: string): VersionPlan & { extra: WorldFile[] } {
  const [min, max] = SIZES[type] ?? [1_000, 900_000];
  const sizeKb = random.int(min, max);
  const trainedWords = random.chance(0.5) ? [`trigger${id % 97}`] : [];
  return { id, name, sizeKb, baseModel: random.pick(BASE_MODELS), trainedWords, extra: extraFiles(random, id, sizeKb) };
}

function generateModel(random: Random, n: number, firstVersionId: number): WorldModel {
  // The first models go through all types once, the others are what the site is mostly made of.
  const type = MODEL_TYPES[n] ?? random.pick(['Checkpoint', 'LORA', 'LORA', 'LoCon', 'TextualInversion', 'VAE']);
  const count = VERSION_COUNTS[n % VERSION_COUNTS.length] ?? 1;
  const category = random.pick(CATEGORIES);
  const plans = Array.from({ length: count }, (_, index) =>
    planVersion(random, firstVersionId - index * 17, versionName(n, count - index), type),
  );
  const model = buildModel({
    id: FIRST_MODEL_ID + n * 613,
    name: modelName(n, type),
    type,
    category,
    tags: category === '' ? ['sandbox'] : [category, 'sandbox'],
    nsfwLevel: n % 9 === 8 ? 28 : 1,
    versions: plans.map(({ extra: _extra, ...plan }) => ({ ...plan, nsfwLevel: n % 9 === 8 ? 28 : 1 })),
  });
  model.versions.forEach((version, index) => {
    version.files.push(...(plans[index]?.extra ?? []));
  });
  return model;
}

/** Every account may have it, now and later, as most tests want. */
export function isOrdinary(model: WorldModel, version: WorldVersion): boolean {
  const open = model.status === 'Published' && model.availability === 'Public' && model.mode === null;
  const rated = model.nsfwLevel === 1 && !model.poi && !model.minor;
  const versionOpen = version.status === 'Published' && version.availability === 'Public';
  const offered = versionOpen && version.usageControl === 'Download' && version.paidAccess === null;
  return open && rated && offered && !version.hiddenFromApi && version.files.some(file => file.primary);
}

function linkModels(random: Random, models: WorldModel[]): void {
  const targets = models.flatMap(model => model.versions.filter(version => isOrdinary(model, version)));
  for (const model of models) {
    const others = targets.filter(target => target.modelId !== model.id);
    for (const version of model.versions) {
      version.recommended = [...new Set([random.pick(others).id, random.pick(others).id, random.pick(others).id])];
    }
    const linked = random.pick(others);
    const href = `https://civitai.com/models/${linked.modelId}?modelVersionId=${linked.id}`;
    model.description += `<p>Works well with <a href="${href}" rel="nofollow">${linked.name}</a>.</p>`;
  }
}

/** All models of the site: 130 generated ones and the landmarks. Fresh objects each time, equal for equal seeds. */
export function createCatalogue(seed = 1): WorldModel[] {
  const random = createRandom(seed);
  const generated = Array.from({ length: GENERATED }, (_, n) =>
    generateModel(random, n, FIRST_VERSION_ID + (n + 1) * 1_009),
  );
  const models = [...specialModels(), ...generated];
  linkModels(random, models);
  return models;
}
