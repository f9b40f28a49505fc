import { describe, expect, it } from 'vitest';
import { files, read } from './tree';

const MOST_WORDS_OF_README = 900;
const MOST_WORDS_OF_GLOSSARY = 20;

const texts = files.filter(file => /\.(md|ts|tsx|css|mjs)$/.test(file));

/** Words that are read: no comment, no address of a link, no tag, no line of a table. */
function wordsOf(markdown: string): number {
  const text = markdown.replace(/<!--[\s\S]*?-->|<[^>]+>/g, ' ').replace(/\]\([^)]*\)/g, ']');
  return text.split(/[\s|]+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The list items or table rows under `## Glossary`. */
function glossaryOf(markdown: string): string[] {
  const section = /^## Glossary\n([\s\S]*?)(?=^#{1,2} |$(?![\s\S]))/m.exec(markdown)?.[1] ?? '';
  const lines = section.split('\n');
  const items = lines.filter(line => /^[-*] /.test(line));
  const rows = lines.filter(line => line.startsWith('|'));
  // A table begins with its head and a line of dashes.
  return [...items, ...rows.slice(2)];
}

describe('how long the texts are', () => {
  it('the README is read in five minutes', () => {
    expect(wordsOf(read('README.md'))).toBeLessThanOrEqual(MOST_WORDS_OF_README);
  });

  it('the glossary in CONTRIBUTING can be learned at once', () => {
    const glossary = glossaryOf(read('CONTRIBUTING.md'));
    expect(glossary.length).toBeGreaterThan(0);
    expect(glossary.length).toBeLessThanOrEqual(MOST_WORDS_OF_GLOSSARY);
  });

  it('is counted in what is read', () => {
    const text =
      '# A title\n<!-- not this -->\n| one | `two` |\n|--|--|\n[three](https://four.example/five) – ![six](seven.png)';
    expect(wordsOf(text)).toBe(6);
    const list = '## Glossary\n\n- **a**: is\n  more\n- **b**: is\n\n## Next\n- c\n';
    const table = '## Glossary\n| word | it is |\n|--|--|\n| a | x |\n';
    expect([list, table, '## Other\n- a'].map(markdown => glossaryOf(markdown).length)).toEqual([2, 1, 0]);
  });
});

describe('what the texts say of the repository', () => {
  it.each(texts.filter(file => file.endsWith('.md')))('%s names no file that is not there', file => {
    const named = [...read(file).matchAll(/`((?:[\w.@-]+\/)*[\w.-]+\.(?:tsx?|mjs|md|css))`/g)].map(([, name]) => name);
    expect(named.filter(name => !files.some(known => known === name || known.endsWith(`/${name}`)))).toEqual([]);
  });

  it('no command is named that package.json does not have', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));
    const all = texts.filter(file => file.endsWith('.md')).map(read);
    const named = all.flatMap(text => [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name));
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
