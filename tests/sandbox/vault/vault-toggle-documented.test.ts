import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks, UNKNOWN_VERSION_ID } from '@/sandbox/catalogue/landmarks.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask, keptIds, member, ordinary, toggle } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ settings: { toggleGapMs: 0 } });
});
afterAll(() => sandbox.close());
const asFlavour = (flavour: 'real' | 'documented') => () => {
  sandbox.settings.flavour = flavour;
};
const raw = (query: string, key: string = keys.small) =>
  ask(sandbox, `/api/v1/vault/toggle-version${query}`, { method: 'POST', key });
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

describe('toggle-version, documented (vault-api.md)', () => {
  beforeAll(asFlavour('documented'));

  it('answers an add with the vault’s id, a remove without one', async () => {
    const { id, key } = member(sandbox);
    expect((await toggle(sandbox, key, ordinary(sandbox, 7))).json).toEqual({ success: true, vaultId: id });
    expect((await toggle(sandbox, key, ordinary(sandbox, 7))).json).toEqual({ success: true });
    expect(await keptIds(sandbox, key, [ordinary(sandbox, 7)])).toEqual([]);
  });

  it.each([
    '',
    '?modelVersionId=',
    '?modelVersionId=abc',
    '?modelVersionId=1.5',
    '?modelVersionId=-1',
    '?modelVersionId=0',
  ])('"%s" is a 400', async query => {
    expect((await raw(query)).status).toBe(400);
  });

  it.each([
    ['storage quota exceeded', landmarks.huge.hugeVersionId, /quota exceeded/],
    ['model not found', UNKNOWN_VERSION_ID, /not found/i],
    ['early access', landmarks.earlyAccess.gatedVersionId, /permission/],
    ['unpublished', landmarks.unpublishedVersion.unpublishedVersionId, /not published/],
    ['generation-only', landmarks.generationOnly.generationVersionId, /not downloadable/],
    ['no files', landmarks.noFiles.noFilesId, /no files/],
  ])('%s is a 500 whose error has a message', async (_what, versionId, message) => {
    const { status, json } = await toggle(sandbox, member(sandbox).key, versionId);
    expect(status).toBe(500);
    expect(json.error.message).toMatch(message);
  });

  it.each(SITUATIONS.map(([what, id]) => [what, id] as const))('%s: %d can be removed', async (_what, versionId) => {
    const { id, key } = keeper(versionId);
    expect((await toggle(sandbox, key, versionId)).json).toEqual({ success: true });
    expect(sandbox.vault.items(id)).toEqual([]);
  });

  it('a key without the write scope is a 403', async () => {
    const { status, json } = await toggle(sandbox, keys.smallReadOnly, ordinary(sandbox, 8));
    expect([status, json]).toEqual([403, { error: 'insufficient_scope' }]);
  });

  it.each(['never', 'lapsed'] as const)('%s has no vault', async name => {
    const { status, json } = await toggle(sandbox, keys[name], ordinary(sandbox, 8));
    expect([status, json]).toEqual([200, { vault: null }]);
  });
});
