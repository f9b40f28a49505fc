import { posix } from 'node:path';
import type { Import, Source } from './sources';

/** One sentence for every import that a rule forbids. */
export function forbidden(
  sources: readonly Source[],
  isForbidden: (imported: Import, source: Source) => boolean,
  because: string,
): string[] {
  return sources.flatMap(source =>
    source.imports
      .filter(imported => isForbidden(imported, source))
      .map(imported => `${source.path} imports ${imported.to}: ${because}`),
  );
}

/** The extension is bundled and names no ending; Node wants one. */
const isBundled = (path: string) => /^(entrypoints|components|utils)\//.test(path);

function flawOf({ written, to, isLocal }: Import, path: string): string | undefined {
  // WXT reads its configuration before the alias is known.
  if (!isLocal || path === 'wxt.config.ts') return undefined;
  const isNear = posix.dirname(to) === posix.dirname(path);
  if (isNear && !/^\.\/[^/]+$/.test(written)) return 'a file of the same folder is `./name`';
  if (!isNear && !/^@\/(?!.*\/\.\.?\/)/.test(written)) return 'a file of another folder is `@/path/from/root`';
  return isBundled(path) && /\.tsx?$/.test(written) ? 'the extension names no ending' : undefined;
}

/** A sentence for every import that is not written as the house writes it. */
export function wronglyWritten(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, imports }) =>
    imports.flatMap(imported => {
      const flaw = flawOf(imported, path);
      return flaw ? [`${path} imports '${imported.written}': ${flaw}`] : [];
    }),
  );
}

/** Circles of imports, of types as well, as `a -> b -> a`: none if there is none, and at least one of those that share files. */
export function circles(sources: readonly Source[]): string[] {
  const next = new Map(
    sources.map(({ path, imports }) => [path, imports.filter(({ isLocal }) => isLocal).map(({ to }) => to)]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: string[]) => {
    const at = way.indexOf(path);
    if (at >= 0) found.push([...way.slice(at), path].join(' -> '));
    if (at >= 0 || done.has(path)) return;
    for (const to of next.get(path) ?? []) visit(to, [...way, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return found;
}

/** All that a file pulls into its bundle: its own and its imports' imports; types leave nothing behind. */
export function bundleOf(entry: string, sources: readonly Source[]): { file: string; imported: Import }[] {
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
