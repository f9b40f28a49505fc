import { posix } from 'node:path';
import { parseSync, type Span, Visitor } from 'oxc-parser';

const MOST_LINES = 150;
/** A declaration takes a line of its own and calls nothing: what dresses one component is long before it is hard to read. */
const MOST_LINES_OF_A_STYLE_SHEET = 260;
const MOST_LINES_OF_A_FUNCTION = 40;
const MOST_FILES_IN_A_FOLDER = 15;
export const MOST_EXCEPTIONS = 10;

/** Files that may be longer, each with its reason. */
export const LONGER: Record<string, string> = {};

export const isSourceFile = (file: string) => /\.(tsx?|mts|mjs|js|css)$/.test(file);
const isTestFile = (file: string) => /\.(test|spec)\.tsx?$/.test(file);

export const lineCount = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** A sentence for every file that is too long without a reason, and for every reason that is not needed. */
export function tooLong(lines: ReadonlyMap<string, number>, reasons: Readonly<Record<string, string>>): string[] {
  const limitOf = (file: string) => (file.endsWith('.css') ? MOST_LINES_OF_A_STYLE_SHEET : MOST_LINES);
  const long = [...lines].filter(([file, count]) => count > limitOf(file));
  const isLong = (file: string) => long.some(([known]) => known === file);
  return [
    ...long
      .filter(([file]) => !reasons[file]?.trim())
      .map(([file, count]) => `${file} has ${count} lines, at most ${limitOf(file)}`),
    ...Object.keys(reasons)
      .filter(file => !isLong(file))
      .map(file => `${file} needs no exception any more`),
  ];
}

/** A sentence for every folder with too many sources; a component and its style sheet, a module and its declaration are one. */
export function crowded(files: readonly string[]): string[] {
  const folders = new Map<string, Set<string>>();
  for (const file of files.filter(isSourceFile)) {
    const folder = posix.dirname(file);
    const stem = posix.basename(file).replace(/(\.d)?\.\w+$/, '');
    folders.set(folder, (folders.get(folder) ?? new Set()).add(stem));
  }
  return [...folders]
    .filter(([, stems]) => stems.size > MOST_FILES_IN_A_FOLDER)
    .map(([folder, stems]) => `${folder}/ holds ${stems.size} source files, at most ${MOST_FILES_IN_A_FOLDER}`);
}

/**
 * Functions with a name in a test file, where Biome measures none: it can't tell them from the callbacks of describe() and it(), which
 * may be long.
 */
export function longHelpers(path: string, text: string): string[] {
  if (!isTestFile(path)) return [];
  const found: string[] = [];
  const measure = (name: string, { start, end }: Span) => {
    const lines = text.slice(start, end).split('\n').length - 2;
    if (lines > MOST_LINES_OF_A_FUNCTION) found.push(`${path}: ${name} has ${lines} lines`);
  };
  new Visitor({
    FunctionDeclaration: ({ id, body }) => body && measure(id?.name ?? 'a function', body),
    VariableDeclarator({ id, init }) {
      if (init?.type === 'ArrowFunctionExpression' && id.type === 'Identifier') measure(id.name, init.body);
    },
  }).visit(parseSync(path, text).program);
  return found;
}
