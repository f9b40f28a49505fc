import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type GeneratedPublicFile } from 'wxt';

const LOCALES = join(import.meta.dirname, 'locales');
/** What is called through the polyfill's table and waited for; all else answers with promises by itself. The house rules compare it. */
export const USED_APIS = { runtime: ['sendMessage'] } as const;

/**
 * Every page of the site would pay 1.3 KB gzipped, of 15 KB, for the polyfill's table of all APIs and its CommonJS wrapper. This keeps
 * the rows that are used and makes the file a module, which saves the popup 4 ms as well.
 */
function slimPolyfill() {
  return {
    name: 'vaulted:slim-polyfill',
    transform(code: string, id: string) {
      if (!/webextension-polyfill\/dist\/browser-polyfill\.js$/.test(id.replaceAll('\\', '/'))) return undefined;
      const table = /const apiMetadata = (\{[\s\S]*?\n {6}\});/.exec(code)?.[1];
      const body = code.slice(code.indexOf('function (module) {'), code.lastIndexOf('}') + 1);
      if (!table || !body.startsWith('function'))
        throw new Error('webextension-polyfill is written in another way: see slimPolyfill() in wxt.config.ts');
      const all: Record<string, Record<string, unknown>> = JSON.parse(table);
      const used = Object.entries(USED_APIS).map(([api, names]) => [
        api,
        Object.fromEntries(names.map(name => [name, all[api]?.[name]])),
      ]);
      const slim = body.replace(table, () => JSON.stringify(Object.fromEntries(used)));
      return { code: `const module = { exports: {} };\n(${slim})(module);\nexport default module.exports;`, map: null };
    },
  };
}

/** The table of surfaces without what its rows say to developers and tests alone. */
export function withoutNotes(table: string): string {
  return table.replace(/^ +(?:name|seen): '[^']*',\n/gm, '');
}

/** The notes would cost every page 0.2 KB. */
function leaveOutNotes() {
  const transform = (code: string, id: string) =>
    id.replaceAll('\\', '/').endsWith('/surfaces/table.ts') ? { code: withoutNotes(code), map: null } : undefined;
  return { name: 'vaulted:leave-out-notes', enforce: 'pre' as const, transform };
}

/**
 * In worker and content script, 1.3 and 0.6 KB less. Both browsers give promises by themselves; for `browser` a page could put an element
 * of that id. WXT's context ends the first copy of the script in a document where the second has to end (site/life.ts).
 */
const OWN_MODULES: Record<string, string> = {
  '@wxt-dev/webextension-polyfill/browser': 'export const browser = globalThis.chrome;',
  'wxt/utils/content-script-context': 'export function ContentScriptContext() {}',
};

function withOwnModules() {
  return {
    name: 'vaulted:own-modules',
    enforce: 'pre' as const,
    resolveId: (id: string) => (id in OWN_MODULES ? `\0${id}` : undefined),
    load: (id: string) => OWN_MODULES[id.slice(1)],
  };
}

/** The texts of `locales/` as the browser reads them; CONTRIBUTING.md says under "Choices" why not with `@wxt-dev/i18n`. */
function localeFiles(): GeneratedPublicFile[] {
  return readdirSync(LOCALES).map(file => {
    const texts: Record<string, string> = JSON.parse(readFileSync(join(LOCALES, file), 'utf8'));
    const messages = Object.entries(texts).map(([key, text]) => [
      key.replace(/[.-]/g, '_'),
      { message: text.replaceAll('$', '$$$$') },
    ]);
    return {
      relativeDest: `_locales/${file.replace('.json', '')}/messages.json`,
      contents: JSON.stringify(Object.fromEntries(messages)),
    };
  });
}

export default defineConfig({
  hooks: {
    'build:publicAssets': (_, files) => void files.push(...localeFiles()),
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.some(({ type }) => type === 'background' || type === 'content-script'))
        config.plugins?.push(withOwnModules());
    },
    // Pages that are built together share files: the popup would load 2 KB more, and wait for each file.
    'entrypoints:grouped'(_, groups) {
      const isAlone = (type: string) => type === 'popup' || type === 'unlisted-page';
      groups.splice(0, groups.length, ...groups.flat().map(entry => (isAlone(entry.type) ? [entry] : entry)));
    },
  },
  // Names are imported where they are used, so that a file shows what it depends on.
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  // Without its hidden files the sources can't be built.
  zip: { includeSources: ['**/*', '.ci/**', '.npmrc', '.editorconfig'] },
  // What the manifest asks for anyway; without it `light-dark()` is rewritten into something our shadow roots don't have.
  vite: () => ({
    plugins: [slimPolyfill(), leaveOutNotes()],
    // `terser`: worker, content script and popup are 0.8, 0.35 and 0.3 KB gzipped smaller than by Vite's own choice.
    build: { cssTarget: ['chrome126', 'firefox153'], minify: 'terser', terserOptions: { compress: { passes: 2 } } },
  }),
  manifest: ({ browser }) => ({
    default_locale: 'en',
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_short_name__',
    description: '__MSG_extension_description__',
    action: { default_title: '__MSG_extension_short_name__', default_icon: 'icon/toolbar/plain-48.png' },
    permissions: [
      // The last known storage figures, so that the popup opens with them at once.
      'storage',
      // An intent that waits, an attempt without an answer, or a list that is half read goes on after the browser has stopped the worker.
      'alarms',
      // The on-demand script, where the user first reaches for a mark; the manifest's own ones in tabs that were open before.
      'scripting',
      // Entries on links and selected texts of any site; no script runs there.
      'contextMenus',
    ],
    commands: {
      'toggle-version': { suggested_key: { default: 'Alt+Shift+A' }, description: '__MSG_command_toggle__' },
      'open-vault': { suggested_key: { default: 'Alt+Shift+V' }, description: '__MSG_command_open__' },
      'search-vault': { suggested_key: { default: 'Alt+Shift+F' }, description: '__MSG_command_search__' },
    },
    omnibox: { keyword: 'vault' },
    content_scripts: [
      // A model page needs the on-demand script at once; it stands ready before the first script starts it.
      { matches: ['https://civitai.com/models/*', 'https://civitai.red/models/*'], js: ['on-demand.js'] },
    ],
    host_permissions: [
      // The vault API, and the pages that get marks.
      'https://civitai.com/*',
      // The same site for mature content: pages only, the token is never sent there.
      'https://civitai.red/*',
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'vaulted@vaulted.example',
              // Shared constructed style sheets in content scripts and the Navigation API both work from here on.
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['authenticationInfo'] },
            },
          },
        }
      : { minimum_chrome_version: '126' }),
  }),
});
