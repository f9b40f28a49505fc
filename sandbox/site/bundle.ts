import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { type BuildOptions, build } from 'esbuild';
import type { renderApp } from '@/sandbox/site/app/entry-server.tsx';
import { moduleClassName } from '@/sandbox/site/app/format/class-names.ts';
import { themeCss } from './theme.ts';

/** What the server bundle exports. */
type ServerBundle = { renderApp: typeof renderApp };

/** A file that documents load. */
type Asset = { path: string; type: string; body: string };

/** The built site: the renderer, and what documents load: the style, and React's script or that of the fixture pages. */
export type Bundle = ServerBundle & {
  buildId: string;
  /** Of the class names of CSS modules. */
  salt: string;
  style: Asset;
  script: Asset;
  fixtureScript: Asset;
};

/** In the order in which one may overrule another. */
const styleFiles = [
  'base/base.css',
  'base/mantine.css',
  'base/mantine-boxes.css',
  'base/modules.css',
  'shell/header.css',
  'shell/menu.css',
  'shell/bars.css',
  'model/model.css',
  'model/side-column.css',
  'model/details.css',
  'model/model-body.css',
  'lists/feed.css',
  'lists/pages.css',
  'shell/dialogs.css',
  'lists/grids.css',
  'lists/home.css',
  'model/resources.css',
  'lists/lists.css',
  'shell/generator.css',
  'shell/picker.css',
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
  const sheets = await Promise.all(styleFiles.map(name => readFile(pathOf(`styles/${name}`), 'utf8')));
  const css = ['@layer tailwind-preflight, theme, mantine, modules;', themeCss(), ...sheets].join('\n');
  return css.replace(/\.([A-Z]\w*?)__(\w+)/g, (_, file: string, local: string) => {
    return `.${moduleClassName(file, local, file === 'Cards' ? 'css' : 'scss', salt)}`;
  });
}

/** Its name changes with its content, as browsers may keep it for ever. */
function asset(name: string, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  if (name === 'css') return { path: `/_next/static/css/${hash}.css`, type: 'text/css; charset=utf-8', body };
  return { path: `/_next/static/${name}-${hash}.js`, type: 'text/javascript; charset=utf-8', body };
}

async function buildSite(): Promise<Bundle> {
  const salt = randomBytes(8).toString('hex');
  const [server, script, fixtureScript, style] = await Promise.all([
    bundleScript('app/entry-server.tsx', salt, { globalName: 'site' }),
    bundleScript('app/entry-client.tsx', salt, { minify: true }),
    bundleScript('fixtures/client/page.ts', salt, { minify: true }),
    bundleStyle(salt),
  ]);
  const exported: ServerBundle = vm.compileFunction(`${server}\nreturn site;`)();
  return {
    renderApp: exported.renderApp,
    buildId: `build-${salt}`,
    salt,
    style: asset('css', style),
    script: asset('chunks/main', script),
    fixtureScript: asset('chunks/fixture', fixtureScript),
  };
}

let built: Promise<Bundle> | undefined;

/** Builds the site once per process, in memory. */
export function loadBundle(): Promise<Bundle> {
  built ??= buildSite();
  return built;
}
