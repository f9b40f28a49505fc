import { posix } from 'node:path';
import { type Comment, parseSync, type StringLiteral, Visitor } from 'oxc-parser';
import { files, read } from './tree';

/** One source file: its path from the root with `/`, its text without comments, what it imports, names and says. */
export type Source = {
  path: string;
  code: string;
  lines: number;
  imports: Import[];
  identifiers: Set<string>;
  comments: string[];
};

/** `to` is a path from the root for a file of the repository, else the package's name as it is written. */
export type Import = { written: string; to: string; names: string[]; isLocal: boolean; isType: boolean };

type Found = Pick<Import, 'written' | 'names' | 'isType'>;

/** The file that a local import means, with its ending; `base` itself if there is none. */
function findFile(base: string, known: ReadonlySet<string>): string {
  const endings = ['', '.ts', '.tsx', '.mts', '.d.mts', '/index.ts', '/index.tsx'];
  return endings.map(ending => base + ending).find(file => known.has(file)) ?? base;
}

function resolveImport(written: string, from: string, known: ReadonlySet<string>): Pick<Import, 'to' | 'isLocal'> {
  const [name = written] = written.split('?');
  const alias = /^[@~]{1,2}\//.exec(name)?.[0];
  if (!alias && !name.startsWith('.')) return { to: name, isLocal: false };
  const base = alias ? name.slice(alias.length) : posix.join(posix.dirname(from), name);
  return { to: findFile(base, known), isLocal: true };
}

const isText = (node: unknown): node is StringLiteral =>
  typeof node === 'object' && node !== null && 'value' in node && typeof node.value === 'string';

/** All that names a module: imports and exports from one, types of one, and what a test replaces. */
function walk(program: Parameters<Visitor['visit']>[0]): { imports: Found[]; identifiers: Set<string> } {
  const imports: Found[] = [];
  const identifiers = new Set<string>();
  const add = (node: unknown, isType: boolean, names: string[] = []) => {
    if (isText(node)) imports.push({ written: node.value, isType, names });
  };
  new Visitor({
    ImportDeclaration({ source, importKind, specifiers }) {
      const names = specifiers.map(({ local }) => local.name);
      add(source, importKind === 'type', names);
    },
    ExportNamedDeclaration: ({ source, exportKind }) => add(source, exportKind === 'type'),
    ExportAllDeclaration: ({ source, exportKind }) => add(source, exportKind === 'type'),
    ImportExpression: ({ source }) => add(source, false),
    TSImportType: ({ source }) => add(source, true),
    CallExpression({ callee, arguments: [first] }) {
      // `vi.mock('…')` and its kin.
      if (callee.type === 'MemberExpression' && 'name' in callee.object && callee.object.name === 'vi')
        add(first, true);
    },
    Identifier: ({ name }) => void identifiers.add(name),
    JSXIdentifier: ({ name }) => void identifiers.add(name),
  }).visit(program);
  return { imports, identifiers };
}

/** Comments in the order of the file; lines that follow each other are one. */
function joinLines(text: string, comments: Comment[]): string[] {
  const joined: { value: string; end: number; isLine: boolean }[] = [];
  for (const { type, value, start, end } of comments) {
    const last = joined.at(-1);
    const isLine = type === 'Line';
    if (last?.isLine && isLine && /^\s*$/.test(text.slice(last.end, start)))
      Object.assign(last, { value: `${last.value}\n${value}`, end });
    else joined.push({ value, end, isLine });
  }
  return joined.map(({ value }) => value);
}

function withoutComments(text: string, comments: Comment[]): string {
  const starts = [0, ...comments.map(({ end }) => end)];
  return starts.map((start, index) => text.slice(start, comments[index]?.start)).join('');
}

/** Reads one file's text; `known` are the files that there are. */
export function sourceOf(path: string, text: string, known: ReadonlySet<string> = new Set(files)): Source {
  const { program, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} can't be read: ${errors[0].message}`);
  const { imports, identifiers } = walk(program);
  return {
    path,
    code: withoutComments(text, comments),
    lines: text.split('\n').length - 1,
    imports: imports.map(found => ({ ...found, ...resolveImport(found.written, path, known) })),
    identifiers,
    comments: joinLines(text, comments),
  };
}

const known = new Set(files);
/** Every script of the repository. */
export const sources: Source[] = files
  .filter(file => /\.(ts|tsx|mts|mjs)$/.test(file))
  .map(file => sourceOf(file, read(file), known));

/** Those in the given folders. */
export function sourcesIn(...folders: string[]): Source[] {
  return sources.filter(({ path }) => folders.some(folder => path.startsWith(`${folder}/`)));
}
