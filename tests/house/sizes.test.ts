import { describe, expect, it } from 'vitest';
import { crowded, isSourceFile, LONGER, lineCount, longHelpers, MOST_EXCEPTIONS, tooLong } from './sizes';
import { files, read } from './tree';

const texts = new Map(files.filter(isSourceFile).map(file => [file, read(file)]));
const functionOf = (lines: number) => `function helper() {\n${'  work();\n'.repeat(lines)}}\n`;

describe('files', () => {
  it('are as short as the house wants them', () => {
    const lines = new Map([...texts].map(([file, text]) => [file, lineCount(text)]));
    expect(tooLong(lines, LONGER)).toEqual([]);
  });

  it('are longer in ten cases at most', () => {
    expect(Object.keys(LONGER).length).toBeLessThanOrEqual(MOST_EXCEPTIONS);
  });

  it('fail by a line, and an exception without a reason or a need fails as well', () => {
    const lines = new Map([
      ['a.ts', 150],
      ['b.ts', 151],
      ['c.ts', 151],
      ['d.ts', 151],
      ['a.css', 261],
    ]);
    expect(tooLong(lines, { 'a.ts': 'was long', 'c.ts': 'a table', 'd.ts': ' ', 'gone.ts': 'was there' })).toEqual([
      'b.ts has 151 lines, at most 150',
      'd.ts has 151 lines, at most 150',
      'a.css has 261 lines, at most 260',
      'a.ts needs no exception any more',
      'gone.ts needs no exception any more',
    ]);
    expect([lineCount('a\nb\n'), lineCount('a\nb')]).toEqual([2, 2]);
  });
});

describe('folders', () => {
  it('can be seen at a glance', () => {
    expect(crowded(files)).toEqual([]);
  });

  it('fail by a file; a component and its style sheet are one', () => {
    const full = Array.from({ length: 15 }, (_, index) => `a/${index}.tsx`);
    expect(crowded([...full, 'a/0.css', 'a/1.d.mts', 'a/README.md', 'a/b/more.ts'])).toEqual([]);
    expect(crowded([...full, 'a/0.test.ts'])).toEqual(['a/ holds 16 source files, at most 15']);
  });
});

describe('functions', () => {
  it('with a name are short in test files as well', () => {
    expect([...texts].flatMap(([file, text]) => longHelpers(file, text))).toEqual([]);
  });

  it('fail by a line, callbacks of describe() and it() do not', () => {
    const long = functionOf(41);
    const arrow = long.replace('function helper()', 'const build = async () =>');
    const callback = `it('works', ${long.replace('function helper()', '() =>').trim()});`;
    expect(longHelpers('a.test.ts', functionOf(40))).toEqual([]);
    expect(longHelpers('a.test.ts', `${long}${arrow}${callback}`)).toEqual([
      'a.test.ts: helper has 41 lines',
      'a.test.ts: build has 41 lines',
    ]);
  });
});
