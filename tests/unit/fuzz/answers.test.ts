import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCivitaiApi } from '@/entrypoints/background/api/civitai-api';
import { EVERY } from '@/tests/unit/background/api/every-call';
import { createFakeFetch, createTransport } from '@/tests/unit/background/api/fake-fetch';
import { ITEM } from '@/tests/unit/background/api/vault-answers';
import { describeProblem } from '@/utils/sentences/describe-problem';
import { anyJson, fuzz, spoiled } from './fuzz';

const file = { id: 1, sizeKB: 2, primary: true, displayName: 'Model' };
const version = { id: 7, modelId: 5, name: 'v1', availability: 'Public', downloadUrl: 'https://x', files: [file] };
/** What the site really answers. */
const RIGHT: unknown[] = [
  [{ modelVersionId: 7, vaultItem: { ...ITEM, modelVersionId: 7, files: [file, file] } }],
  { success: true, vaultId: 9 },
  { vault: { userId: 1, storageKb: 2, usedStorageKb: 3, updatedAt: '' } },
  { items: [ITEM, { ...ITEM, id: 2 }], totalItems: 2, currentPage: 1, pageSize: 200, totalPages: 1 },
  { id: 3, username: 'ada', tier: 'gold', tokenScope: 25_165_825 },
  { id: 5, name: 'x', mode: null, modelVersions: [version] },
  { items: [{ id: 5, name: 'x', modelVersions: [version] }] },
  { ...version, model: { name: 'x', mode: 'Archived' } },
  { modelName: 'x', versionName: 'v1', size: 2 },
  { error: { message: 'Storage limit reached', code: 'BAD_REQUEST', cause: {} } },
];

const bodies = fc.oneof(
  { weight: 6, arbitrary: fc.oneof(...RIGHT.map(spoiled)).map(value => JSON.stringify(value) ?? '') },
  { weight: 1, arbitrary: anyJson.map(value => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 5_000 }).map(depth => '['.repeat(depth)) },
);
const answers = fc.record({
  call: fc.integer({ min: 0, max: EVERY.length - 1 }),
  body: bodies,
  cutAt: fc.option(fc.nat(400), { nil: undefined, freq: 5 }),
  status: fc.constantFrom(200, 200, 200, 200, 201, 400, 401, 403, 404, 408, 429, 451, 500, 502, 503),
  retryAfter: fc.option(fc.oneof(fc.constantFrom('7', '-1', '1e9', 'later', '99999999999999'), fc.base64String())),
});

it('whatever the site answers is a value or a problem with sentences', { timeout: 240_000 }, async () => {
  await fuzz('answers', 5_000, answers, async ({ call, body, cutAt, status, retryAfter }) => {
    const headers = retryAfter === null ? undefined : { 'retry-after': retryAfter };
    const respond = () => new Response(body.slice(0, cutAt), { status, ...(headers && { headers }) });
    const fetch = createFakeFetch(respond);
    const result = await EVERY[call]?.[1](createCivitaiApi(createTransport(fetch)));
    expect(typeof result?.ok).toBe('boolean');
    if (result && !result.ok) expect(describeProblem(result.problem).what).not.toBe('');
    expect(JSON.stringify(result ?? '').length).toBeLessThan(3 * body.length + 2_000);
    for (const { url } of fetch.sent) {
      expect(url).toMatch(/^https:\/\/civitai\.com\/api\/v1\/[a-z/-]+(?:\d+)?(?:\?[\w=&%,-]*)?$/);
      expect(url).not.toMatch(/NaN|undefined|null|Infinity/);
    }
    expect(fetch.sent).toHaveLength(1);
  });
});
