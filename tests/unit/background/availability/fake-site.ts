import { createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { createAvailabilityLookUp } from '@/entrypoints/background/availability/availability';
import { createFakeFetch, createTransport, json, NOW } from '@/tests/unit/background/api/fake-fetch';

export const VERSION = {
  id: 7,
  modelId: 5,
  name: 'v16.0',
  status: 'Published',
  usageControl: 'Download',
  paidAccess: null,
  model: { name: 'WAI' },
  files: [{ id: 1, sizeKB: 2048, primary: true }],
};

export const MODEL = {
  id: 5,
  name: 'WAI',
  availability: 'Public',
  modelVersions: [{ id: 7, name: 'v16.0', availability: 'Public', files: VERSION.files }],
};

export const notFound = () => json({ error: 'Model not found' }, 404);

export type Answer = () => Response | Promise<Response>;

/** Availability over the real API; a path not named in `answers` is a 404. */
export function createTestLookUp(answers: Record<string, Answer>) {
  const fetch = createFakeFetch(url => (answers[url.pathname.replace('/api/v1/', '')] ?? notFound)());
  const clock = { now: NOW };
  const api = createCivitaiApi(createTransport(fetch));
  const asked = () => fetch.sent.map(({ url }) => url.replace('https://civitai.com/api/v1/', ''));
  const freshApi = createCivitaiApi(createTransport(fetch, { isFresh: true }));
  return { lookUp: createAvailabilityLookUp({ api, freshApi, now: () => clock.now }), fetch, clock, asked };
}

export function siteWith(changes: { version?: object; model?: object; listed?: object }): Record<string, Answer> {
  const modelVersions = MODEL.modelVersions.map(entry => ({ ...entry, ...changes.listed }));
  return {
    'model-versions/7': () => json({ ...VERSION, ...changes.version }),
    'models/5': () => json({ ...MODEL, modelVersions, ...changes.model }),
  };
}
