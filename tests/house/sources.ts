import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** One source file of the repository: its path from the root with `/`, its text without comments, what it imports. */
export type Source = { path: string; code: string; lines: number; imports: Import[] };

/** `to` is a path from the root for a file of the repository, else the package's name as it is written. */
export type Import = { to: string; names: string; isLocal: boolean; isType: boolean };

export const root = resolve(import.meta.dirname, '..', '..');
const IMPORT =
  /\b(?:import|export)\s+(type\s+)?([^'"`;]*?)\s*\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** The file that a local import means, with its ending; undefined if there is none. */
function findFile(base: string): string | undefined {
  const endings = ['', '.ts', '.tsx', '.mts', '.d.mts', '/index.ts', '/index.tsx'];
  return endings.map(ending => base + ending).find(file => existsSync(file) && statSync(file).isFile());
}

function resolveImport(written: string, from: string): { to: string; isLocal: boolean } {
  const [name = written] = written.split('?');
  const alias = /^[@~]{1,2}\//.exec(name)?.[0];
  const base = alias
    ? join(root, name.slice(alias.length))
    : name.startsWith('.')
      ? join(dirname(from), name)
      : undefined;
  if (base === undefined) return { to: name, isLocal: false };
  return {
    to: relative(root, findFile(base) ?? base)
      .split(sep)
      .join('/'),
    isLocal: true,
  };
}

function readSource(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const code = withoutComments(text);
  const imports = [...code.matchAll(IMPORT)].map(([, type, names = '', from, bare]) => ({
    ...resolveImport(from ?? bare ?? '', file),
    names,
    isType: type !== undefined,
  }));
  return { path: relative(root, file).split(sep).join('/'), code, lines: text.split('\n').length - 1, imports };
}

/** Every TypeScript source in the given folders of the repository. */
export function sourcesIn(...folders: string[]): Source[] {
  return folders
    .map(folder => join(root, folder))
    .filter(folder => existsSync(folder))
    .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)))
    .filter(file => /\.(ts|tsx|mts)$/.test(file) && statSync(file).isFile())
    .map(readSource);
}

/** All that a file pulls into its bundle: its own and its imports' imports; types leave nothing behind. */
export function bundleOf(entry: string, sources: Source[]): { file: string; imported: Import }[] {
  const byPath = new Map(sources.map(source => [source.path, source]));
  const waiting = [entry];
  const seen = new Set(waiting);
  const found: { file: string; imported: Import }[] = [];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const imported of byPath.get(path)?.imports.filter(({ isType }) => !isType) ?? []) {
      found.push({ file: path, imported });
      if (imported.isLocal && !seen.has(imported.to)) {
        seen.add(imported.to);
        waiting.push(imported.to);
      }
    }
  }
  return found;
}
