import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks, UNKNOWN_VERSION_ID } from '@/sandbox/catalogue/landmarks.ts';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { ask, toggle } from '@/tests/sandbox/ask.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const PREFIX = '{"message":"An unexpected error occurred","error":';

describe('what of a thrown error reaches a client, real (site-facts.md F.0.1)', () => {
  it.each([
    [
      'TRPCError without cause: no access',
      landmarks.privateModel.versionIds[0],
      '{"code":"BAD_REQUEST","name":"TRPCError"}',
    ],
    ['TRPCError without cause: unknown version', UNKNOWN_VERSION_ID, '{"code":"BAD_REQUEST","name":"TRPCError"}'],
    [
      'TRPCError without cause: not downloadable',
      landmarks.generationOnly.generationVersionId,
      '{"code":"BAD_REQUEST","name":"TRPCError"}',
    ],
    [
      'TRPCError without cause: not published',
      landmarks.unpublishedModel.versionIds[0],
      '{"code":"NOT_FOUND","name":"TRPCError"}',
    ],
    ['TRPCError without cause: no files', landmarks.noFiles.noFilesId, '{"code":"NOT_FOUND","name":"TRPCError"}'],
    [
      'TRPCError with a cause: quota',
      landmarks.huge.hugeVersionId,
      '{"cause":{},"code":"BAD_REQUEST","name":"TRPCError"}',
    ],
  ])('%s', async (_what, versionId, error) => {
    const answer = await toggle(sandbox, keys.second, versionId);
    expect([answer.status, answer.text]).toEqual([500, `${PREFIX}${error}}`]);
  });

  it('TRPCError with a cause: no membership', async () => {
    const answer = await toggle(sandbox, keys.never, landmarks.wai.versionIds[0]);
    expect(answer.text).toBe(`${PREFIX}{"cause":{},"code":"BAD_REQUEST","name":"TRPCError"}}`);
  });

  it('ZodError: its issues as a text', async () => {
    const { status, json } = await ask(sandbox, '/api/v1/vault/all?limit=0', { key: keys.small });
    expect([status, json.error.name]).toEqual([500, 'ZodError']);
    expect(JSON.parse(json.error.message)).toEqual([expect.objectContaining({ code: 'too_small', path: ['limit'] })]);
  });

  it('database error: its code and client version', async () => {
    const { status, json } = await ask(sandbox, '/api/v1/vault/check-vault?modelVersionIds=2147483648', {
      key: keys.small,
    });
    expect(status).toBe(500);
    expect(json.error).toEqual({
      code: 'P2020',
      meta: expect.anything(),
      clientVersion: expect.any(String),
      name: 'PrismaClientKnownRequestError',
    });
  });
});
