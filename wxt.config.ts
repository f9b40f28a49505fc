import { defineConfig } from 'wxt';

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

export default defineConfig({
  // Names are imported where they are used, so that a file shows what it depends on.
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  // What the manifest asks for anyway; without it `light-dark()` is rewritten into something our shadow roots don't have.
  vite: () => ({
    plugins: [slimPolyfill()],
    build: { cssTarget: ['chrome126', 'firefox153'] },
  }),
  manifest: ({ browser }) => ({
    name: 'Vaulted for Civitai',
    short_name: 'Vaulted',
    description: 'See at a glance which Civitai models are in your Vault, and add or remove them with one safe click.',
    permissions: [
      // The last known storage figures, so that the popup opens with them at once.
      'storage',
      // A waiting add, a doubt about one, or a list that is half read is settled after the browser has put the worker to sleep.
      'alarms',
      // The second half of the content script, where a person first reaches for a mark.
      'scripting',
    ],
    content_scripts: [
      // A model page needs the second half at once; it stands ready before the first half starts it.
      { matches: ['https://civitai.com/models/*', 'https://civitai.red/models/*'], js: ['on-demand.js'] },
    ],
    host_permissions: [
      // The vault API, and the pages that get badges.
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
