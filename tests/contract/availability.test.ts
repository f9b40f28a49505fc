import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAvailabilityLookUp } from '@/entrypoints/background/availability/availability';
import { sessions } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { Availability } from '@/utils/vault/version-availability';
import { model, type SandboxApi, startSandboxApi, successOf, version } from './sandbox-api.ts';

let api: SandboxApi;
beforeAll(async () => {
  api = await startSandboxApi();
});
afterAll(() => api.sandbox.close());

/** One version for everything that may stand in the way of adding it again. */
const CASES: [name: string, modelId: number, versionId: number, expected: Availability][] = [
  ['open to everybody', landmarks.wai.modelId, landmarks.wai.versionIds[1], 'everyone'],
  ['left out of its model’s list', landmarks.hiddenTwin.modelId, landmarks.hiddenTwin.hiddenVersionId, 'everyone'],
  ['early access', landmarks.earlyAccess.modelId, landmarks.earlyAccess.gatedVersionId, 'early-access'],
  ['archived', landmarks.archived.modelId, landmarks.archived.versionIds[0], 'archived'],
  [
    'generation only',
    landmarks.generationOnly.modelId,
    landmarks.generationOnly.generationVersionId,
    'generation-only',
  ],
  ['private', landmarks.privateVersion.modelId, landmarks.privateVersion.privateVersionId, 'private'],
  ['unpublished', landmarks.unpublishedVersion.modelId, landmarks.unpublishedVersion.unpublishedVersionId, 'gone'],
  ['deleted', landmarks.hardDeleted.modelId, landmarks.hardDeleted.versionIds[0], 'gone'],
  ['mature', landmarks.mature.modelId, landmarks.mature.versionIds[0], 'everyone'],
];

describe.each(['real', 'documented'] as const)('many versions looked up together, %s', flavour => {
  beforeEach(() => {
    api.sandbox.settings.flavour = flavour;
    api.sandbox.requests.clear();
    api.sandbox.faults.clear();
  });
  const offers = () => createAvailabilityLookUp({ api: api.as(undefined), freshApi: api.as(undefined), now: Date.now });
  const asked = CASES.map(([, modelId, versionId]) => ({ modelId: model(modelId), versionId: version(versionId) }));

  it('say of each what one by one says', async () => {
    const together = await offers().availabilities(asked);
    const found = together.map(result => (result.ok ? result.value.availability : result.problem.kind));
    expect(Object.fromEntries(CASES.map(([name], at) => [name, found[at]]))).toEqual(
      Object.fromEntries(CASES.map(([name, , , expected]) => [name, expected])),
    );
    for (const [, , versionId, expected] of CASES) {
      const alone = await offers().versionAvailability(version(versionId));
      expect(alone.ok && alone.value.availability).toBe(expected);
    }
  });

  it('cost one question about all models, and without the key', async () => {
    await offers().availabilities(asked);
    const { requests } = api.sandbox;
    expect(requests.of('models')).toHaveLength(1);
    expect(requests.of('model-versions/{id}').length).toBeLessThan(CASES.length);
    expect(requests.all().every(({ authorization }) => authorization === undefined)).toBe(true);
  });

  it('never take a failure for an answer', async () => {
    api.sandbox.faults.add({ endpoint: 'models', kind: 'malformed' });
    api.sandbox.faults.add({ endpoint: 'model-versions/{id}', kind: 'status', status: 503 });
    const results = await offers().availabilities(asked);
    expect(results.filter(({ ok }) => ok)).toEqual([]);
  });
});

describe('whoever is logged in on the site', () => {
  /** A browser in which a user may be logged in: only what asks for cookies gets them. */
  const visit = async (session: string | undefined) => {
    const withCookies: typeof fetch = (input, init) => {
      const address = String(input).replace(/^https:\/\/civitai\.com\//, `https://127.0.0.1:${api.sandbox.port}/`);
      const cookie = session && init?.credentials === 'include' ? { cookie: `__Secure-civ-token=${session}` } : {};
      return fetch(address, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), ...cookie } });
    };
    return successOf(await api.as('a key that nobody may see', { fetch: withCookies }).siteUser());
  };

  it('is named, or nobody', async () => {
    const { id } = api.sandbox.accounts.get('second');
    api.sandbox.requests.clear();
    expect(await visit(sessions.second)).toEqual({ userId: id, username: 'second' });
    expect(await visit(undefined)).toBeNull();
    expect(api.sandbox.requests.of('auth/session').map(({ authorization }) => authorization)).toEqual([
      undefined,
      undefined,
    ]);
  });
});
