import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './house/sources';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
}).split('\n');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const texts = files.filter(file => /\.(md|ts|tsx|css|mjs)$/.test(file));

describe('what the texts say of the repository', () => {
  it.each(texts.filter(file => file.endsWith('.md')))('%s names no file that is not there', file => {
    const named = [...read(file).matchAll(/`((?:[\w.@-]+\/)*[\w.-]+\.(?:tsx?|mjs|md|css))`/g)].map(([, name]) => name);
    expect(named.filter(name => !files.some(known => known === name || known.endsWith(`/${name}`)))).toEqual([]);
  });

  it('no command is named that package.json does not have', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
    const named = [...read('README.md').matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(name => !(name in scripts))).toEqual([]);
  });
});

describe('what is known of the site', () => {
  const sections = new Set(
    [...read('sandbox/site-facts.md').matchAll(/^#+ (TRAPS|Seen running|[A-H0](?:\.\d+)*)/gm)].map(([, name]) => name),
  );
  const cited = texts.flatMap(file =>
    [
      ...read(file).matchAll(/site-facts\.md((?:,? (?:and |section )?(?:[A-H](?:\.\d+)*|0|TRAPS?(?: \d+)?)\b)+)/g),
    ].flatMap(([, list = '']) =>
      [...list.matchAll(/TRAP|[A-H](?:\.\d+)*|0/g)].map(([name]) => ({
        file,
        name: name === 'TRAP' ? 'TRAPS' : name,
      })),
    ),
  );

  it('has a section for everything that the code refers to', () => {
    expect(cited.length).toBeGreaterThan(200);
    expect(cited.filter(({ name }) => !sections.has(name))).toEqual([]);
  });
});
