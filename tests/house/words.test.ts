import { describe, expect, it } from 'vitest';
import { sourceOf, sources, sourcesIn } from './sources';
import { files, read } from './tree';
import { retiredFiles, retiredIdentifiers, styleComments, unclear } from './words';

const extension = ['entrypoints', 'components', 'utils'];
const isExtension = (file: string) => extension.some(folder => file.startsWith(`${folder}/`));
const ofIdentifiers = (text: string) => retiredIdentifiers([sourceOf('a.tsx', text)]).map(s => s.split(/[ ,]+/)[1]);

describe('names', () => {
  it('of files are the words of the house', () => {
    expect(retiredFiles(files.filter(isExtension))).toEqual([]);
  });

  it('in the code are the words of the house', () => {
    expect(retiredIdentifiers(sourcesIn(...extension))).toEqual([]);
  });

  it('of files fail with a retired word', () => {
    const paths = ['a/wish.ts', 'a/send-wishes.tsx', 'a/look.ts', 'a/badge.css', 'a/wishful.ts', 'a/look-ups.ts'];
    expect(retiredFiles(paths).map(sentence => sentence.split(':')[0])).toEqual(paths.slice(0, 4));
  });

  it('are retired where the list says it, and ordinary elsewhere', () => {
    const paths = ['entrypoints/background/vault/quiet.ts', 'entrypoints/background/work.ts'];
    expect(retiredFiles([...paths, 'utils/quiet.ts', 'utils/work.ts']).length).toBe(paths.length);
  });

  it('in the code fail with a retired word, wherever it stands in them', () => {
    const text = [
      'import { sendWish } from "./a";',
      'type Look = { deafUntil: number; look: number };',
      'const KIT_SIZE = 1, wishful = "wish", FRESH_MS = 2, badge = 3;',
      'function tellTabs({ story }: X) { return <Doubt pace={story.room} />; } // ledger',
    ].join('\n');
    const found = ['sendWish', 'Look', 'deafUntil', 'KIT_SIZE', 'FRESH_MS', 'tellTabs', 'story', 'Doubt', 'pace'];
    expect(ofIdentifiers(text).sort()).toEqual(found.sort());
  });
});

describe('comments', () => {
  it('are short sentences with a subject', () => {
    const scripts = sources.flatMap(({ path, comments }) => unclear(path, comments));
    const styles = files.filter(file => file.endsWith('.css'));
    expect(styles.length).toBeGreaterThan(20);
    const sheets = styles.flatMap(file => unclear(file, styleComments(read(file))));
    expect([...scripts, ...sheets]).toEqual([]);
  });

  it('fail by a word, counted over the lines of one sentence', () => {
    const of = (count: number) => `// ${'word '.repeat(count - 1)}\n// end.\n// Another one.\nconst a = 1;`;
    const found = (text: string) => unclear('a.ts', sourceOf('a.ts', text).comments);
    expect(found(of(30))).toEqual([]);
    expect(found(of(31))).toMatchObject([expect.stringContaining('31 words')]);
    const list = `/**\n * ${'word '.repeat(20)}:\n * - ${'word '.repeat(20)}\n *\n *     ${'code '.repeat(40)}\n */`;
    expect(found(list)).toEqual([]);
  });

  it('fail with a subject that is not one, in scripts and in style sheets', () => {
    const text = 'const a = 1; // Nobody asked.\n/** The user or\n * anyone. */\nconst b = "nobody";';
    expect(unclear('a.ts', sourceOf('a.ts', text).comments).length).toBe(2);
    expect(unclear('a.css', styleComments('a { top: 0; } /* Whoever looks. */')).length).toBe(1);
  });
});
