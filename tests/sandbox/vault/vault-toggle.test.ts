import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask, member, ordinary, toggle } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ settings: { toggleGapMs: 0 } });
});
afterAll(() => sandbox.close());
const asFlavour = (flavour: 'real' | 'documented') => () => {
  sandbox.settings.flavour = flavour;
};
/** What `error` of a 500 is, by name (site-facts.md F.0.1). */
const ERRORS = {
  'BAD_REQUEST + cause': { cause: {}, code: 'BAD_REQUEST', name: 'TRPCError' },
  BAD_REQUEST: { code: 'BAD_REQUEST', name: 'TRPCError' },
  NOT_FOUND: { code: 'NOT_FOUND', name: 'TRPCError' },
} as const;

describe('toggle-version, real: success (F.4)', () => {
  beforeAll(asFlavour('real'));

  it('answers an add with the new row’s id, a remove without one', async () => {
    const { id, key } = member(sandbox);
    const added = await toggle(sandbox, key, ordinary(sandbox, 2));
    expect(added.json).toEqual({ success: true, vaultId: sandbox.vault.items(id)[0]?.id });
    expect(added.json.vaultId).not.toBe(id);
    expect((await toggle(sandbox, key, ordinary(sandbox, 2))).json).toEqual({ success: true });
  });

  it('writes a Pending row with the version’s snapshot', async () => {
    const { id, key } = member(sandbox);
    await toggle(sandbox, key, landmarks.wai.versionIds[0]);
    expect(sandbox.vault.items(id)[0]).toMatchObject({
      vaultId: id,
      status: 'Pending',
      modelName: 'WAI-illustrious-SDXL',
      versionName: 'v16.0',
      modelSizeKb: 6_775_430,
      detailsSizeKb: 0,
      imagesSizeKb: 0,
      meta: { failures: 0 },
      notes: null,
    });
  });

  it('counts the primary file and its Config and Negative companions, no others', async () => {
    const version = sandbox.catalogue
      .ordinaryVersions()
      .find(({ files }) => files.some(({ type }) => type === 'Config'));
    if (!version) throw new Error('The catalogue has no version with a Config file');
    const { id, key } = member(sandbox);
    await toggle(sandbox, key, version.id);
    const counted = version.files.filter(file => file.primary || file.type === 'Config');
    expect(sandbox.vault.items(id)[0]?.modelSizeKb).toBe(counted.reduce((sum, file) => sum + file.sizeKB, 0));
  });

  it('loses notes when a version is removed and added again', async () => {
    const { id, key } = member(sandbox, { keeps: [ordinary(sandbox, 4)] });
    const [row] = sandbox.vault.items(id);
    if (row) sandbox.vault.update({ ...row, notes: 'mine' });
    await toggle(sandbox, key, ordinary(sandbox, 4));
    await toggle(sandbox, key, ordinary(sandbox, 4));
    expect(sandbox.vault.items(id)[0]).toMatchObject({ notes: null, status: 'Pending' });
  });

  it('fits exactly, and not one KB more', async () => {
    const version = sandbox.catalogue.findVersion(landmarks.wai.versionIds[2]);
    const size = version?.files[0]?.sizeKB ?? 0;
    const [exact, short] = [member(sandbox, { freeKb: size }), member(sandbox, { freeKb: size - 1 })];
    expect((await toggle(sandbox, exact.key, landmarks.wai.versionIds[2])).status).toBe(200);
    expect((await toggle(sandbox, short.key, landmarks.wai.versionIds[2])).json.error).toEqual(
      ERRORS['BAD_REQUEST + cause'],
    );
  });

  it('works by cookie', async () => {
    const { id, session } = member(sandbox);
    await ask(sandbox, `/api/v1/vault/toggle-version?modelVersionId=${ordinary(sandbox, 5)}`, {
      method: 'POST',
      session,
    });
    expect(sandbox.vault.items(id)).toHaveLength(1);
  });

  it('creates the vault of a member who had none', async () => {
    const { account, key } = sandbox.accounts.create();
    expect((await toggle(sandbox, key, ordinary(sandbox, 6))).status).toBe(200);
    expect(sandbox.vault.row(account.id)?.storageKb).toBe(104_857_600);
  });
});
