import { createHash } from 'node:crypto';
import type { WorldFile, WorldModel, WorldVersion } from '@/sandbox/records.ts';

/** What has to be said of a version; everything else follows from the ids. Sizes are KB. */
export type VersionPlan = { id: number; name: string; sizeKb?: number } & Partial<
  Omit<WorldVersion, 'id' | 'name' | 'modelId' | 'index'>
>;

/** What has to be said of a model. `versions` in creator order, newest first. */
type ModelPlan = { id: number; name: string; versions: VersionPlan[] } & Partial<
  Omit<WorldModel, 'id' | 'name' | 'versions'>
>;

const NEWEST = Date.UTC(2025, 3, 1, 8, 30);
const DAY_MS = 86_400_000;

function hashesOf(fileId: number): Record<string, string> {
  const hash = createHash('sha256').update(`file ${fileId}`).digest('hex').toUpperCase();
  return {
    AutoV1: hash.slice(8, 16),
    AutoV2: hash.slice(0, 10),
    AutoV3: hash.slice(0, 12),
    BLAKE3: hash.split('').reverse().join(''),
    CRC32: hash.slice(-8),
    SHA256: hash,
  };
}

/** A file with its hashes; `sizeKB` and the primary mark as given. */
export function buildFile(file: Omit<WorldFile, 'hashes'>): WorldFile {
  return { ...file, hashes: hashesOf(file.id) };
}

function defaultFiles(plan: VersionPlan, modelName: string): WorldFile[] {
  const stem = modelName.replace(/[^a-z0-9]+/gi, '').slice(0, 40) || `model${plan.id}`;
  return [
    buildFile({
      id: plan.id * 4,
      name: `${stem}_${plan.name.replace(/[^a-z0-9]+/gi, '') || plan.id}.safetensors`,
      type: 'Model',
      sizeKB: plan.sizeKb ?? 223_130,
      primary: true,
      metadata: { format: 'SafeTensor', size: 'pruned', fp: 'fp16' },
    }),
  ];
}

function buildVersion(plan: VersionPlan, index: number, model: ModelPlan): WorldVersion {
  const createdAt = plan.createdAt ?? new Date(NEWEST - index * 41 * DAY_MS - (model.id % 300) * DAY_MS).toISOString();
  const { sizeKb: _sizeKb, ...given } = plan;
  return {
    modelId: model.id,
    index,
    baseModel: 'SDXL 1.0',
    status: 'Published',
    availability: 'Public',
    usageControl: 'Download',
    paidAccess: null,
    createdAt,
    publishedAt: createdAt,
    nsfwLevel: 1,
    description: '<p>What changed in this version.</p>',
    trainedWords: [],
    files: defaultFiles(plan, model.name),
    hiddenFromApi: false,
    recommended: [],
    ...given,
  };
}

/** Completes a model. The same plan always gives the same model. */
export function buildModel(plan: ModelPlan): WorldModel {
  const versions = plan.versions.map((version, index) => buildVersion(version, index, plan));
  const newest = versions[0]?.createdAt ?? new Date(NEWEST).toISOString();
  return {
    type: 'LORA',
    status: 'Published',
    availability: 'Public',
    mode: null,
    nsfwLevel: 1,
    poi: false,
    minor: false,
    creator: { id: 60_000 + (plan.id % 37), username: `studio_${plan.id % 37}` },
    category: 'style',
    tags: ['style', 'sandbox'],
    description: `<p>About <strong>this model</strong>.</p>`,
    createdAt: versions.at(-1)?.createdAt ?? newest,
    stats: {
      downloadCount: (plan.id * 7919) % 250_000,
      thumbsUpCount: (plan.id * 104_729) % 20_000,
      collectedCount: (plan.id * 1299) % 30_000,
      commentCount: plan.id % 400,
      tippedAmountCount: (plan.id * 31) % 9_000,
    },
    ...plan,
    versions,
  };
}
