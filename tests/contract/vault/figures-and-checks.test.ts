import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks, UNKNOWN_VERSION_ID } from '@/sandbox/catalogue/landmarks.ts';
import { type SandboxApi, startSandboxApi, successOf, version } from '@/tests/contract/sandbox-api.ts';

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

  describe('get', () => {
    it.each(['small', 'full', 'overfull', 'huge'] as const)('%s: the figures of the database', async username => {
      const { vault: store, accounts } = server.sandbox;
      const { id } = accounts.get(username);
      const vault = successOf(await server.as(keys[username]).vault());
      const row = store.row(id);
      expect(vault).toEqual({
        userId: id,
        storageKb: row?.storageKb,
        usedStorageKb: store.usedKb(id),
        updatedAt: new Date(row?.updatedAt ?? 0).toISOString(),
      });
    });

    it('creates the vault of a member', async () => {
      const { key, account } = server.sandbox.accounts.create();
      expect(server.sandbox.vault.row(account.id)).toBeUndefined();
      expect(successOf(await server.as(key).vault())).toMatchObject({ usedStorageKb: 0 });
      expect(server.sandbox.vault.row(account.id)).toBeDefined();
    });

    it('is null for an account that never had one', async () => {
      expect(successOf(await server.as(keys.never).vault())).toBeNull();
    });

    it('has no free space for a lapsed member', async () => {
      const vault = successOf(await server.as(keys.lapsed).vault());
      // The documentation knows no lapsed members: without a tier there is no vault.
      if (isReal) expect(vault).toMatchObject({ storageKb: 0 });
      else expect(vault).toBeNull();
    });
  });

  describe('check', () => {
    it('says what is in, what is out, and nothing about anything else', async () => {
      const ids = [WAI, landmarks.wai.versionIds[1], UNKNOWN_VERSION_ID].map(version);
      const found = successOf(await server.as(keys.small).check([...ids, ...ids]));
      expect([...found.keys()].sort()).toEqual([...ids].sort());
      expect(found.get(version(WAI))).toMatchObject({ status: 'Stored', modelVersionId: WAI, modelId: 827184 });
      expect(found.get(version(landmarks.wai.versionIds[1]))).toBeNull();
      expect(found.get(version(UNKNOWN_VERSION_ID))).toBeNull();
      expect(server.sandbox.requests.all()).toHaveLength(1);
    });

    it('takes 100 of the largest ids at once', async () => {
      const ids = Array.from({ length: 100 }, (_, index) => version(2_147_483_647 - index));
      expect(successOf(await server.as(keys.huge).check(ids)).size).toBe(100);
    });

    it('knows every item of the list by its version', async () => {
      const api = server.as(keys.small);
      const { items } = successOf(await api.list({ limit: 200 }));
      const found = successOf(await api.check(items.map(item => item.modelVersionId)));
      for (const { coverImageUrl, ...item } of items) {
        const { coverImageUrl: checked, ...rest } = found.get(item.modelVersionId) ?? { coverImageUrl: 'none' };
        expect(rest).toEqual(item);
        expect(checked).toBe(isReal ? undefined : coverImageUrl);
      }
    });

    it('knows what the vault of a lapsed member holds', async () => {
      const { vault, accounts } = server.sandbox;
      const versions = vault.items(accounts.get('lapsed').id).map(row => version(row.modelVersionId));
      const found = successOf(await server.as(keys.lapsed).check(versions));
      const expected = isReal ? versions : [];
      expect([...found].flatMap(([id, item]) => (item ? [id] : []))).toEqual(expected);
    });
  });
});
