import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { files, root } from '@/tests/house/tree';
import { differences } from '@/tests/package/zip';

const run = promisify(execFile);
const copies: string[] = [];

afterAll(async () => {
  for (const copy of copies) await rm(copy, { recursive: true, force: true });
});

/** Copies what a clone would have to a path of its own, and builds it there for both browsers. Returns the folder of the builds. */
async function buildCopy(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), name));
  copies.push(folder);
  for (const file of files) await cp(join(root, file), join(folder, file));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const args of [['build'], ['build', '-b', 'firefox', '--mv3']])
    await run(join(folder, 'node_modules', '.bin', 'wxt'), args, { cwd: folder });
  return join(folder, '.output');
}

async function readFolder(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter(entry => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const named = (path: string) => relative(folder, path).split(sep).join('/');
  return new Map(await Promise.all(paths.map(async path => [named(path), await readFile(path)] as const)));
}

it('two clones at different paths build to the same bytes, file by file', async () => {
  const first = await readFolder(await buildCopy('vaulted-one-'));
  const other = await buildCopy('vaulted-another-longer-path-');
  expect([...first.keys()]).toEqual(expect.arrayContaining(['chrome-mv3/background.js', 'firefox-mv3/background.js']));
  expect(await differences(first, other)).toEqual([]);
});
