import { defineContentScript } from '#imports';

export default defineContentScript({
  matches: ['https://civitai.com/*', 'https://civitai.red/*'],
  main() {},
});
