import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type GeneratedPublicFile } from 'wxt';
import { keepTogether, leaveOutNotes, slimPolyfill, withOwnModules } from './.ci/build-plugins';
import { slimPackages } from './.ci/slim-packages';

/** The texts of `locales/` as the browser reads them; CONTRIBUTING.md says under "Choices" why not with `@wxt-dev/i18n`. */
function localeFiles(): GeneratedPublicFile[] {
  const folder = join(import.meta.dirname, 'locales');
  const names = readdirSync(folder).flatMap(file => /^(\w+)\.json$/.exec(file)?.[1] ?? []);
  return names.map(name => {
    const texts: Record<string, string> = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    const messages = Object.entries(texts).map(([key, text]) => [
      key.replace(/[.-]/g, '_'),
      { message: keepTogether(name, text).replaceAll('$', '$$$$') },
    ]);
    return {
      relativeDest: `_locales/${name}/messages.json`,
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
      if (entrypoints.some(({ type }) => type === 'background')) config.plugins?.push(slimPackages());
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
    // Terser folds code best, Rolldown names and prints it best: together, worker, content script and popup are 1.4, 0.5 and 0.4 KB
    // gzipped smaller than by Vite's own choice.
    build: {
      cssTarget: ['chrome126', 'firefox153'],
      minify: 'terser',
      terserOptions: { compress: { passes: 2 }, mangle: false },
      rolldownOptions: { output: { minify: true } },
    },
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
      // Not A, which Chromium keeps for itself, so that the command would have no key.
      'toggle-version': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_toggle__' },
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
            // The same engine, so the same two things; its own row, because Mozilla offers nothing to phones without one.
            gecko_android: { strict_min_version: '153.0' },
          },
        }
      : { minimum_chrome_version: '126' }),
  }),
});
