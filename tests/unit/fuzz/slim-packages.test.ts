import { readFileSync } from 'node:fs';
import { build, type Plugin } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutUnreached } from '@/.ci/slim-packages';
import { ITEM } from '@/tests/unit/background/api/vault-answers';
import { anyId, anyJson, fuzz, spoiled } from './fuzz';

const SCHEMAS = 'entrypoints/background/api/schemas';
const ENTRY = `
  export { safeParse } from 'zod/mini';
  import * as vault from '@/${SCHEMAS}/vault-schemas';
  import * as open from '@/${SCHEMAS}/public-schemas';
  import * as user from '@/${SCHEMAS}/user-schemas';
  import { miniAnswer } from '@/${SCHEMAS}/mini-schema';
  export const answers = Object.entries({ ...vault, ...open, ...user, miniAnswer }).filter(([name]) => name.endsWith('Answer'));
`;

type Read = { success: boolean; data?: unknown };
type Built = { safeParse(schema: unknown, value: unknown): Read; answers: [string, unknown][] };

const slim: Plugin = {
  name: 'slim',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules[\\/]zod[\\/].*\.js$/ }, ({ path }) => {
      const file = path.replaceAll('\\', '/').replace(/.*\/node_modules\//, '');
      return { contents: withoutUnreached(file, readFileSync(path, 'utf8')), loader: 'js' };
    });
  },
};

/** The schemas of every answer with the zod that `plugins` leave of it. */
async function buildSchemas(...plugins: Plugin[]): Promise<{ built: Built; size: number }> {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: process.cwd(), loader: 'ts' },
    ...{ bundle: true, write: false, format: 'esm', minify: true, plugins },
  });
  const code = outputFiles?.[0]?.text ?? '';
  const built: Built = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  return { built, size: code.length };
}

const file = { id: 1, sizeKB: 2, primary: true, displayName: 'Model', type: 'Model' };
const version = { id: 7, modelId: 5, name: 'v1', availability: 'Public', downloadUrl: 'https://x', files: [file] };
/** What the site really answers, with what it leaves out and what it says as null. */
const RIGHT: unknown[] = [
  [
    { modelVersionId: 7, vaultItem: { ...ITEM, files: [file, file] } },
    { modelVersionId: 8, vaultItem: null },
  ],
  [{ modelVersionId: 7 }],
  { success: true, vaultId: 9 },
  { success: true },
  { vault: { userId: 1, storageKb: 2, usedStorageKb: 3, updatedAt: '' } },
  { vault: null },
  { items: [ITEM, { ...ITEM, notes: null, meta: { failures: 1 } }], totalItems: 2, currentPage: 1 },
  { id: 3, username: 'ada', tier: null, tokenScope: 25_165_825 },
  { id: 5, name: 'x', mode: null, modelVersions: [version] },
  { items: [{ id: 5, name: 'x', modelVersions: [version] }] },
  { ...version, model: { name: 'x', mode: 'Archived' } },
  { modelName: 'x', versionName: 'v1', size: 2, paidAccess: {} },
  { user: { id: 3, username: 'ada' } },
  {},
];

describe('the part of zod that the worker carries', () => {
  it('reads every answer as all of zod does', { timeout: 120_000 }, async () => {
    const [whole, part] = await Promise.all([buildSchemas(), buildSchemas(slim)]);
    expect(part.size).toBeLessThan(whole.size);
    const schemas = whole.built.answers.map(([name, schema], at) => ({
      ...{ name, schema },
      slim: part.built.answers[at]?.[1],
    }));
    expect(schemas.map(({ name }) => name)).toEqual(part.built.answers.map(([name]) => name));
    expect(schemas.length).toBeGreaterThan(8);
    const readable = new Set<string>();
    const answers = fc.oneof(
      { weight: 8, arbitrary: fc.oneof(...RIGHT.map(spoiled)) },
      { weight: 1, arbitrary: fc.oneof(anyJson, anyId) },
    );
    await fuzz('slim packages', 5_000, answers, answer => {
      for (const { name, schema, slim: slimmed } of schemas) {
        const { success, data } = whole.built.safeParse(schema, answer);
        const read = part.built.safeParse(slimmed, answer);
        expect([name, read.success, read.data]).toStrictEqual([name, success, data]);
        if (success) readable.add(name);
      }
    });
    expect([...readable].sort()).toEqual(schemas.map(({ name }) => name).sort());
  });

  it('is not cut from a text that is written in another way', () => {
    expect(() => withoutUnreached('zod/v4/core/core.js', 'export {};')).toThrow('written in another way');
  });
});
