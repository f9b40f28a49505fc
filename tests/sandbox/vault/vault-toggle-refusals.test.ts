import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks, UNKNOWN_VERSION_ID } from '@/sandbox/catalogue/landmarks.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { member, ordinary, toggle } from '@/tests/sandbox/ask.ts';

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
type Expected = 'ok' | keyof typeof ERRORS;
/** A member that keeps the version although it may not be added: it was put in before. */
function keeper(versionId: number): { id: number; key: string } {
  const kept = sandbox.catalogue.findVersion(versionId) ? [versionId] : [];
  const account = member(sandbox, { keeps: kept });
  const template = sandbox.vault.items(12345)[0];
  if (kept.length === 0 && template) {
    sandbox.vault.put([{ ...template, id: sandbox.vault.nextId(), vaultId: account.id, modelVersionId: versionId }]);
  }
  return account;
}
/** The rows of F.4: what may become of the two directions. */
const SITUATIONS: [string, number, Expected, Expected][] = [
  ['published, public, downloadable', landmarks.wai.versionIds[1], 'ok', 'ok'],
  ['early access not bought', landmarks.earlyAccess.gatedVersionId, 'BAD_REQUEST', 'BAD_REQUEST'],
  ['gate without an end', landmarks.permanentGate.versionIds[0], 'BAD_REQUEST', 'BAD_REQUEST'],
  ['private model', landmarks.privateModel.versionIds[0], 'BAD_REQUEST', 'BAD_REQUEST'],
  ['private version', landmarks.privateVersion.privateVersionId, 'BAD_REQUEST', 'BAD_REQUEST'],
  ['unpublished version', landmarks.unpublishedVersion.unpublishedVersionId, 'NOT_FOUND', 'ok'],
  ['unpublished model', landmarks.unpublishedModel.versionIds[0], 'NOT_FOUND', 'ok'],
  ['soft-deleted model', landmarks.softDeleted.versionIds[0], 'NOT_FOUND', 'ok'],
  ['row hard-deleted', landmarks.hardDeleted.versionIds[0], 'BAD_REQUEST', 'BAD_REQUEST'],
  ['generation-only', landmarks.generationOnly.generationVersionId, 'BAD_REQUEST', 'ok'],
  ['archived model', landmarks.archived.versionIds[0], 'ok', 'ok'],
  ['no files', landmarks.noFiles.noFilesId, 'NOT_FOUND', 'ok'],
  ['no primary file', landmarks.noFiles.noPrimaryId, 'NOT_FOUND', 'ok'],
  ['over quota', landmarks.huge.hugeVersionId, 'BAD_REQUEST + cause', 'ok'],
];

describe('toggle-version, real: what is refused (site-facts.md F.4)', () => {
  beforeAll(asFlavour('real'));

  it.each(SITUATIONS)('%s: adding %d is %s', async (_what, versionId, expected) => {
    const { id, key } = member(sandbox);
    const { status, json } = await toggle(sandbox, key, versionId);
    if (expected === 'ok') {
      expect([status, json.success, typeof json.vaultId]).toEqual([200, true, 'number']);
    } else {
      expect([status, json]).toEqual([500, { message: 'An unexpected error occurred', error: ERRORS[expected] }]);
    }
    expect(sandbox.vault.items(id)).toHaveLength(expected === 'ok' ? 1 : 0);
  });

  it.each(SITUATIONS.map(([what, id, , remove]) => [what, id, remove] as const))(
    '%s: removing %d is %s',
    async (_what, versionId, expected) => {
      const { id, key } = keeper(versionId);
      const { status, json } = await toggle(sandbox, key, versionId);
      if (expected === 'ok') expect([status, json]).toEqual([200, { success: true }]);
      else expect([status, json.error]).toEqual([500, ERRORS[expected]]);
      expect(sandbox.vault.items(id)).toHaveLength(expected === 'ok' ? 0 : 1);
    },
  );

  it.each([
    ['never a member', 'never'],
    ['lapsed member', 'lapsed'],
    ['tier without a subscription', 'comped'],
    ['full vault', 'full'],
    ['over-full vault', 'overfull'],
  ] as const)('%s: adding is BAD_REQUEST + cause', async (_what, name) => {
    const { status, json } = await toggle(sandbox, keys[name], landmarks.wai.versionIds[5]);
    expect([status, json.error]).toEqual([500, ERRORS['BAD_REQUEST + cause']]);
  });

  it.each(['lapsed', 'full', 'overfull'] as const)('%s: removing is ok', async name => {
    const account = sandbox.accounts.get(name).id;
    const kept = sandbox.vault.items(account).at(-1)?.modelVersionId ?? 0;
    expect((await toggle(sandbox, keys[name], kept)).json).toEqual({ success: true });
    expect(sandbox.vault.items(account, kept)).toEqual([]);
  });

  it('no member and no vault row: removing is ok if an item exists', async () => {
    const { account, key } = sandbox.accounts.create({ subscriptions: [] });
    sandbox.vault.add(account.id, ordinary(sandbox, 0));
    expect((await toggle(sandbox, key, ordinary(sandbox, 0))).json).toEqual({ success: true });
  });

  it('an account without a configured size cannot add', async () => {
    const sized = { buzzType: 'yellow', tier: 'gold', status: 'active', vaultSizeKb: null } as const;
    const { key } = sandbox.accounts.create({ subscriptions: [sized] });
    expect((await toggle(sandbox, key, ordinary(sandbox, 0))).json.error).toEqual(ERRORS.BAD_REQUEST);
  });

  it('an unknown version is BAD_REQUEST', async () => {
    expect((await toggle(sandbox, keys.small, UNKNOWN_VERSION_ID)).json.error).toEqual(ERRORS.BAD_REQUEST);
  });

  it('one’s own private model can be added and removed', async () => {
    const own = landmarks.ownPrivate.versionIds[0];
    expect((await toggle(sandbox, keys.small, own)).json.vaultId).toEqual(expect.any(Number));
    expect((await toggle(sandbox, keys.small, own)).json).toEqual({ success: true });
  });

  it('a bought version can be added by the buyer alone', async () => {
    const bought = landmarks.bought.versionIds[0];
    expect((await toggle(sandbox, keys.second, bought)).status).toBe(200);
    expect((await toggle(sandbox, keys.second, bought)).status).toBe(200);
    expect((await toggle(sandbox, keys.small, bought)).json.error).toEqual(ERRORS.BAD_REQUEST);
  });

  it('a gate that has ended is none', async () => {
    const version = sandbox.catalogue.findVersion(ordinary(sandbox, 50));
    if (!version) throw new Error('no version');
    version.paidAccess = { permanent: false, endsAt: new Date(sandbox.clock.now() + 1_000).toISOString() };
    const { key } = member(sandbox);
    expect((await toggle(sandbox, key, version.id)).status).toBe(500);
    sandbox.clock.advance(2_000);
    expect((await toggle(sandbox, key, version.id)).status).toBe(200);
  });
});
