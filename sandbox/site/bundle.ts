import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { type BuildOptions, build } from 'esbuild';
import type { ModelData } from '@/sandbox/site/app/data/model.ts';
import { moduleClassName } from '@/sandbox/site/app/format/class-names.ts';
import type { Route } from '@/sandbox/site/app/router/route.ts';
import { themeCss } from './theme.ts';

/** What the server bundle exports. */
type ServerBundle = { renderApp(route: Route, buildId: string, model: ModelData | undefined): string };

/** The built site: the renderer, and the two files that every document loads. */
export type Bundle = ServerBundle & { buildId: string; script: string; style: string; hash: string };

const styleFiles = [
  ...['base', 'mantine', 'mantine-boxes', 'modules', 'header', 'bars'],
  ...['model', 'side-column', 'details', 'model-body', 'feed', 'pages', 'dialogs'],
  ...['grids', 'home', 'resources', 'lists', 'generator', 'picker'],
];

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

async function bundleScript(entry: string, salt: string, options: BuildOptions): Promise<string> {
  const result = await build({
    ...options,
    entryPoints: [pathOf(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    alias: { '@': pathOf('../..') },
    // The repository's own settings say Preact; the site is React.
    tsconfigRaw: '{"compilerOptions":{"jsx":"react-jsx","jsxImportSource":"react"}}',
    define: { 'process.env.NODE_ENV': '"production"', __CSS_SALT__: JSON.stringify(salt) },
    logLevel: 'error',
  });
  return result.outputFiles?.[0]?.text ?? '';
}

async function bundleStyle(salt: string): Promise<string> {
  const sheets = await Promise.all(styleFiles.map(name => readFile(pathOf(`styles/${name}.css`), 'utf8')));
  const css = ['@layer tailwind-preflight, theme, mantine, modules;', themeCss(), ...sheets].join('\n');
  return css.replace(/\.([A-Z]\w*?)__(\w+)/g, (_, file: string, local: string) => {
    return `.${moduleClassName(file, local, file === 'Cards' ? 'css' : 'scss', salt)}`;
  });
}

async function buildSite(): Promise<Bundle> {
  const salt = randomBytes(8).toString('hex');
  const [server, script, style] = await Promise.all([
    bundleScript('app/entry-server.tsx', salt, { globalName: 'site' }),
    bundleScript('app/entry-client.tsx', salt, { minify: true }),
    bundleStyle(salt),
  ]);
  const exported: ServerBundle = vm.compileFunction(`${server}\nreturn site;`)();
  const hash = createHash('sha256').update(script).update(style).digest('hex').slice(0, 16);
  return { renderApp: exported.renderApp, buildId: `build-${salt}`, script, style, hash };
}

let built: Promise<Bundle> | undefined;

/** Builds the site once per process, in memory. */
export function loadBundle(): Promise<Bundle> {
  built ??= buildSite();
  return built;
}
