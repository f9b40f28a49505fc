// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://civitai.com/models/12/amber" }
import { expect, it } from 'vitest';
import { createVersionsReader } from '@/entrypoints/civitai.content/model-page/versions-on-screen';
import { isModelId, isVersionId } from '@/utils/civitai/ids';
import type { ModelVersions } from '@/utils/vault/version-availability';

const [modelId, first, second] = [12, 34, 35];
if (!isModelId(modelId) || !isVersionId(first) || !isVersionId(second)) throw new Error('not an id');

// Two versions of one name: only the address says which is on screen.
const data: ModelVersions = {
  modelId,
  modelName: 'Amber',
  versions: [first, second].map(versionId => ({ versionId, versionName: 'v1.0' })),
};
const REQUIRED = '<a href="/models/99/vae?modelVersionId=77">VAE</a><a href="/api/download/models/77"></a>';

const read = (downloads: string) => {
  document.body.innerHTML = `<h1>Amber</h1><div><button>v1.0</button></div>${downloads}`;
  const [root] = document.getElementsByTagName('div');
  const [element] = document.getElementsByTagName('button');
  if (!root || !element) throw new Error('no list');
  const list = { root, buttons: [{ element, name: 'v1.0', isActive: true }] };
  return createVersionsReader().read(list, data, 'looked-up', { versionId: second, changedAt: 0 }, 1_000)?.ids;
};

it('believes the address where the only downloads are of what the version requires', () => {
  expect(read(REQUIRED)).toEqual([second]);
});

it('does not believe it while the page offers to download another version of the model', () => {
  expect(read(`<a href="/api/download/models/${first}"></a>${REQUIRED}`)).toEqual([undefined]);
});
