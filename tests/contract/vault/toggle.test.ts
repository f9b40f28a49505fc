import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks, UNKNOWN_VERSION_ID } from '@/sandbox/catalogue/landmarks.ts';
import { failureOf, type SandboxApi, startSandboxApi, successOf, version } from '@/tests/contract/sandbox-api.ts';

let server: SandboxApi;
beforeAll(async () => {
  server = await startSandboxApi();
});
afterAll(() => server.sandbox.close());

const [WAI] = landmarks.wai.versionIds;

describe.each(['real', 'documented'] as const)('the vault, %s', flavour => {
  const isReal = flavour === 'real';
  beforeEach(() => {
    server.sandbox.settings.flavour = flavour;
    server.sandbox.requests.clear();
  });

  describe('toggle', () => {
    it('adds, then removes, each with one request, and says which', async () => {
      const { account, key } = server.sandbox.accounts.create();
      const api = server.as(key);
      const added = successOf(await api.toggle(version(WAI)));
      const [row] = server.sandbox.vault.items(account.id);
      expect(row?.modelVersionId).toBe(WAI);
      expect(added).toEqual({ now: 'in', itemId: isReal ? row?.id : account.id });
      expect(successOf(await api.check([version(WAI)])).get(version(WAI))).toMatchObject({ status: 'Pending' });
      expect(successOf(await api.toggle(version(WAI)))).toEqual({ now: 'out' });
      expect(server.sandbox.vault.items(account.id)).toEqual([]);
      expect(server.sandbox.requests.of('vault/toggle-version')).toHaveLength(2);
    });

    it.each([
      ['quota', keys.empty, landmarks.huge.hugeVersionId, 'BAD_REQUEST', true, /quota|storage/i],
      ['a gate', keys.empty, landmarks.earlyAccess.gatedVersionId, 'BAD_REQUEST', false, /permission/i],
      ['no download', keys.empty, landmarks.generationOnly.generationVersionId, 'BAD_REQUEST', false, /download/i],
      [
        'not published',
        keys.empty,
        landmarks.unpublishedVersion.unpublishedVersionId,
        'NOT_FOUND',
        false,
        /published/i,
      ],
      ['private', keys.empty, landmarks.privateModel.versionIds[0], 'BAD_REQUEST', false, /permission/i],
      ['no files', keys.empty, landmarks.noFiles.noFilesId, 'NOT_FOUND', false, /files/i],
    ] as const)('is refused: %s', async (_, key, id, code, hasCause, words) => {
      const failure = failureOf(await server.as(key).toggle(version(id)));
      expect(failure).toMatchObject({ problem: { kind: 'site-error' }, sent: 'answered', status: 500 });
      expect(failure.refusal?.code).toBe(code);
      if (isReal) expect(failure.refusal).toEqual({ code, hasCause });
      else expect(failure.refusal?.message).toMatch(words);
    });

    it('is refused for an unknown version', async () => {
      const failure = failureOf(await server.as(keys.empty).toggle(version(UNKNOWN_VERSION_ID)));
      expect(failure.refusal?.code).toBe(isReal ? 'BAD_REQUEST' : 'NOT_FOUND');
    });

    it('is refused without a membership', async () => {
      const failure = failureOf(await server.as(keys.never).toggle(version(WAI)));
      if (isReal) expect(failure).toMatchObject({ status: 500, refusal: { code: 'BAD_REQUEST', hasCause: true } });
      else expect(failure).toMatchObject({ problem: { kind: 'no-vault' }, sent: 'no' });
    });

    it('with a key that may only read is as documented, or goes through', async () => {
      const free = version(landmarks.singleVersion.versionIds[0]);
      const api = server.as(keys.smallReadOnly);
      const result = await api.toggle(free);
      if (isReal) {
        expect(successOf(result)).toMatchObject({ now: 'in' });
        expect(successOf(await api.toggle(free))).toEqual({ now: 'out' });
      } else expect(failureOf(result)).toMatchObject({ problem: { kind: 'read-only-key' }, sent: 'answered' });
    });
  });
});
