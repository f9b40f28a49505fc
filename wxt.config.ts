import { defineConfig } from 'wxt';
import { leaveOutNotes } from './.vite/leave-out-notes';
import { onePageEach } from './.vite/one-page-each';
import { slimPolyfill } from './.vite/slim-polyfill';
import { withoutPolyfill } from './.vite/without-polyfill';

export default defineConfig({
  hooks: {
    'entrypoints:grouped'(_, groups) {
      onePageEach(groups);
    },
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.some(({ type }) => type === 'background')) config.plugins?.push(withoutPolyfill());
    },
  },
  // Names are imported where they are used, so that a file shows what it depends on.
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  // What the manifest asks for anyway; without it `light-dark()` is rewritten into something our shadow roots don't have.
  vite: () => ({
    plugins: [slimPolyfill(), leaveOutNotes()],
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
