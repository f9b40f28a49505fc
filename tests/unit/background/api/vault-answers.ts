import { createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { createFakeFetch, createTransport, json } from './fake-fetch';
import { version } from './ids';

export const ITEM = {
  id: 9876,
  vaultId: 12345,
  status: 'Stored',
  modelVersionId: 11,
  modelId: 5,
  modelName: 'WAI',
  versionName: 'v16.0',
  creatorId: 1,
  creatorName: 'WAI',
  type: 'Checkpoint',
  baseModel: 'Illustrious',
  category: 'character',
  modelSizeKb: 6775430,
  detailsSizeKb: 12,
  imagesSizeKb: 4096,
  createdAt: '2025-04-01T08:30:00.000Z',
  addedAt: '2025-04-02T08:30:00.000Z',
  refreshedAt: null,
  notes: null,
  meta: { failures: 2 },
  files: [{ id: 1, sizeKB: 6775430, url: 'https://storage.example/x', displayName: 'Pruned Model fp16' }],
};

export const READ = {
  id: 9876,
  status: 'Stored',
  modelVersionId: 11,
  modelId: 5,
  modelName: 'WAI',
  versionName: 'v16.0',
  creatorId: 1,
  creatorName: 'WAI',
  type: 'Checkpoint',
  baseModel: 'Illustrious',
  category: 'character',
  modelSizeKb: 6775430,
  detailsSizeKb: 12,
  imagesSizeKb: 4096,
  createdAt: '2025-04-01T08:30:00.000Z',
  addedAt: '2025-04-02T08:30:00.000Z',
  failures: 2,
  files: [{ id: 1, sizeKb: 6775430, displayName: 'Pruned Model fp16' }],
};

export function answering(body: unknown) {
  const fetch = createFakeFetch(() => json(body));
  return { fetch, api: createCivitaiApi(createTransport(fetch)) };
}

export const [eleven, twelve] = [version(11), version(12)];
