import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { files, read, root } from './tree';

type Issue = { file: string } & Record<string, string | { name: string }[]>;

/** What knip finds in a folder: files, exports and packages that are not used. A sentence for each. */
async function unused(folder: string): Promise<string[]> {
  const args = ['--reporter', 'json', '--no-progress', '--directory', folder];
  const report = await new Promise<string>((resolve, reject) => {
    const script = join(root, 'node_modules', 'knip', 'bin', 'knip.js');
    execFile(process.execPath, [script, ...args], { cwd: folder, maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      // It ends with 1 if it found something.
      if (stdout.startsWith('{')) resolve(stdout);
      else reject(error ?? new Error(stderr));
    });
  });
  const { issues }: { issues: Issue[] } = JSON.parse(report);
  return issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, found]) =>
      Array.isArray(found) ? found.map(({ name }) => `${file}: ${name} (${kind})`) : [],
    ),
  );
}

it('no file, no export and no package is unused', async () => {
  expect(await unused(root)).toEqual([]);
});

it('what is unused is found', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vaulted-unused-'));
  const texts = {
    'package.json': '{ "name": "x", "type": "module", "dependencies": { "idb": "*" } }',
    'index.ts': "import { a } from './a';\nconsole.log(a);",
    'a.ts': 'export const a = 1;\nexport const b = 2;\nexport type C = 1;',
    'd.ts': 'export {};',
  };
  try {
    for (const [file, text] of Object.entries(texts)) await writeFile(join(folder, file), text);
    const found = ['a.ts: C (types)', 'a.ts: b (exports)', 'd.ts: d.ts (files)', 'package.json: idb (dependencies)'];
    expect((await unused(folder)).sort()).toEqual(found);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Style sheets that no other file names, be it with the ending or, in a list, without. */
function unnamed(known: readonly string[], texts: readonly string[]): string[] {
  const isNamed = (name: string) =>
    texts.some(text => text.includes(`/${name}`) || text.includes(`'${name.replace(/\.\w+$/, '')}'`));
  return known.filter(file => file.endsWith('.css') && !isNamed(file.split('/').at(-1) ?? ''));
}

it('no style sheet is unused', () => {
  const texts = files.filter(file => /\.(tsx?|html|css|md)$/.test(file)).map(read);
  expect(unnamed(files, texts)).toEqual([]);
  expect(unnamed(['a/b.css', 'a/c.css', 'a/d.css'], ["import './b.css';", "['c', 'x']", 'd.css'])).toEqual(['a/d.css']);
});
