import { expect, test } from 'vitest';
import { readLink, readTarget } from '@/utils/civitai/read-target';

test.each([
  ['https://civitai.com/models/12/ash?modelVersionId=34', { modelId: 12, versionId: 34 }],
  [' civitai.red/models/12 \n', { modelId: 12 }],
  ['http://www.civitai.com/model-versions/34', { versionId: 34 }],
  ['https://civitai.com/api/download/models/34?type=Model', { versionId: 34 }],
  ['urn:air:sdxl:checkpoint:civitai:12@34', { modelId: 12, versionId: 34 }],
  ['urn:air:civitai:12@34', { modelId: 12, versionId: 34 }],
  ['12@34', { modelId: 12, versionId: 34 }],
  ['34', { versionId: 34 }],
])('"%s" names a target', (text, target) => {
  expect(readTarget(text)).toEqual(target);
});

test.each([
  '',
  'ash',
  '1.5',
  '034',
  '99999999999',
  '12@0',
  'see civitai.com/models/12 now',
  'https://civitai.com.example.org/models/12',
  'urn:air:sdxl:checkpoint:huggingface:12@34',
  `https://civitai.com/models/12?${'x'.repeat(3_000)}`,
])('"%s" names none', text => {
  expect(readTarget(text)).toBeUndefined();
});

test('a number alone is no link', () => {
  expect(readLink('34')).toBeUndefined();
});
