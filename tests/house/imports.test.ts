import { describe, expect, it } from 'vitest';
import { circles, forbidden, wronglyWritten } from './imports';
import { ROOMS, upwards } from './rooms';
import { type Source, sourceOf, sources } from './sources';
import { files } from './tree';

/** Sources of a repository that holds nothing else. */
function tree(texts: Record<string, string>): Source[] {
  const known = new Set(Object.keys(texts));
  return Object.entries(texts).map(([path, text]) => sourceOf(path, text, known));
}

describe('how an import is written', () => {
  it('is `./name` in the same folder and `@/path` from any other', () => {
    expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(1_000);
    expect(wronglyWritten(sources)).toEqual([]);
  });

  it('fails for every other way', () => {
    const wrong = ["'../b/x'", "'./sub/x'", "'@/utils/near'", "'~/b/x'", "'@/b/../c/x'", "'./near.ts'"];
    const text = wrong.map(from => `import ${from};`).join('\n');
    const known = { 'utils/near.ts': '', 'b/x.ts': '', 'utils/sub/x.ts': '', 'c/x.ts': '', 'utils/a.ts': text };
    expect(wronglyWritten(tree(known)).length).toBe(wrong.length);
  });

  it('fails for types, exports, lazy imports, styles and what a test replaces', () => {
    const text = [
      "import type { A } from '../a';",
      "export type { B } from '../b';",
      "import style from '../c.css?inline';",
      "const load = () => import('../d');",
      "type E = import('../e').E;",
      "vi.mock('../f', () => ({}));",
    ].join('\n');
    const found = wronglyWritten(tree({ 'tests/unit/a.ts': text }));
    expect(found.map(sentence => /'(.+)':/.exec(sentence)?.[1])).toEqual(
      ['a', 'b', 'c.css?inline', 'd', 'e', 'f'].map(name => `../${name}`),
    );
  });

  it('lets through what is right, and text that only looks like an import', () => {
    const text = "import a from './a';\nimport b from '@/b/b.ts';\nimport 'preact';\n// from '../a'\nconst c = '../a';";
    expect(wronglyWritten(tree({ 'tests/x.ts': text, 'tests/a.ts': '', 'b/b.ts': '' }))).toEqual([]);
  });

  it('leads to a file', () => {
    const known = new Set(files);
    expect(forbidden(sources, ({ to, isLocal }) => isLocal && !known.has(to), 'there is no such file')).toEqual([]);
    const lost = tree({ 'a.ts': "import './b';" });
    expect(forbidden(lost, ({ to }) => to !== 'a.ts', 'there is no such file')).toEqual([
      'a.ts imports b: there is no such file',
    ]);
  });
});

describe('circles', () => {
  it('there are none, of types neither', () => {
    expect(circles(sources)).toEqual([]);
  });

  it('are found, whether of values or of types', () => {
    const of = (way: string) => tree({ 'a.ts': "import './b';", 'b.ts': way, 'c.ts': "import './a';" });
    expect(circles(of(''))).toEqual([]);
    expect(circles(of("import type { C } from './c';"))).toEqual(['a.ts -> b.ts -> c.ts -> a.ts']);
  });
});

describe('rooms', () => {
  it.each(Object.entries(ROOMS))('of %s import downwards only', (folder, order) => {
    expect(upwards(sources, folder, order)).toEqual([]);
  });

  it('fail for an import upwards, for a room that is not listed and for one that is not there', () => {
    const texts = {
      'e/index.ts': "import '@/e/low/a';",
      'e/low/a.ts': "import type { B } from '@/e/high/b';",
      'e/high/b.ts': "import '@/e/low/a'; import '@/utils/x';",
      'e/new/c.ts': '',
    };
    expect(upwards(tree(texts), 'e', ['index.ts', 'high', 'low', 'gone'])).toEqual([
      'e/new has no place in the order of rooms',
      'e/gone is in the order of rooms, but not there',
      'e/low/a.ts imports e/high/b.ts: low is below high',
    ]);
  });
});
