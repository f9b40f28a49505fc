import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '@/.ci/browsers.mjs';
import { until } from '@/tests/e2e/support/wait.ts';
import { buildOf, copyExtension } from './build.ts';

/**
 * Runs in the content-script world and returns as JSON all that can be read or asked for there. It asks politely and impolitely:
 * by every message of the extension and by some that there should never be.
 */
const COLLECT = `async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const found = {};
  const attempt = async (name, run) => {
    try {
      found[name] = await Promise.race([run(), new Promise(resolve => setTimeout(() => resolve('no answer'), 3000))]);
    } catch (error) {
      found[name] = 'refused: ' + error;
    }
  };
  for (const area of ['local', 'session', 'sync', 'managed']) {
    await attempt('storage.' + area, async () => (api.storage?.[area] ? api.storage[area].get(null) : 'absent'));
  }
  const messages = [
    ['check-versions', { versionIds: [2514310] }], ['cached-versions', { versionIds: [2514310] }],
    ['model-versions', { modelId: 827184 }], ['version-availability', { versionId: 2514310 }],
    ['cached-items', {}], ['site-account'], ['refresh-account'], ['sign-out'],
    ['sign-in', { key: 'ffffffffffffffffffffffffffffffff' }],
    ['token'], ['read-token'], ['key'], ['snapshot'], ['account'], ['fetch', { url: 'https://civitai.com/api/v1/me' }],
  ];
  for (const [vaulted, arg] of messages) {
    await attempt('message ' + vaulted, () => api.runtime.sendMessage({ vaulted, arg }));
  }
  for (const message of ['token', { type: 'token' }, { getToken: true }, null]) {
    await attempt('message ' + JSON.stringify(message), () => api.runtime.sendMessage(message));
  }
  await attempt('port', () => new Promise(resolve => {
    const port = api.runtime.connect({ name: 'vaulted' });
    port.onMessage.addListener(resolve);
    port.onDisconnect.addListener(() => resolve('closed'));
    port.postMessage({ vaulted: 'check-versions', arg: { versionIds: [2514310] } });
  }));
  for (const file of ['popup.html', 'background.js', 'manifest.json']) {
    await attempt('file ' + file, async () => (await fetch(api.runtime.getURL(file))).text());
  }
  await attempt('background page', async () => String(api.extension?.getBackgroundPage?.() ?? 'absent'));
  await attempt('databases', async () => {
    const names = await indexedDB.databases();
    return names.map(({ name }) => name);
  });
  await attempt('globals', async () => Object.getOwnPropertyNames(globalThis).filter(name => /vault/i.test(name)));
  return JSON.stringify(found);
}`;

/** Sends messages, pairs of a name and an argument, all at once, and returns the answers as JSON. */
export const SEND = `async messages => JSON.stringify(await Promise.all(messages.map(
  ([vaulted, arg]) => (globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ vaulted, arg }).catch(String))))`;

/** Writes the answers of {@link COLLECT} or {@link SEND} into the page when it is asked to; for the copy of the Firefox build. */
const BRIDGE = `
document.addEventListener('vaulted-probe', async ({ detail }) => {
  document.documentElement.dataset.probe = await (detail ? (${SEND})(JSON.parse(detail)) : (${COLLECT})());
});
`;

/** A copy of the build with the bridge as one more content script; nothing else differs. */
export async function buildWithProbe(browser: BrowserName): Promise<{ folder: string; remove(): Promise<void> }> {
  const copy = await copyExtension(buildOf(browser));
  const path = join(copy.folder, 'manifest.json');
  const manifest: { content_scripts: { matches: string[]; js: string[] }[] } = JSON.parse(await readFile(path, 'utf8'));
  const [own] = manifest.content_scripts;
  manifest.content_scripts.push({ matches: own?.matches ?? [], js: ['probe.js'] });
  await writeFile(path, JSON.stringify(manifest));
  await writeFile(join(copy.folder, 'probe.js'), BRIDGE);
  return copy;
}

/** Everything that the bridge's world can get hold of, as JSON text; or the answers to these messages, JSON as well. */
export async function askBridge(page: Page, messages?: string): Promise<string> {
  await page.evaluate(detail => {
    delete document.documentElement.dataset.probe;
    document.dispatchEvent(new CustomEvent('vaulted-probe', { detail }));
  }, messages);
  return until('the probe to answer', () => page.evaluate(() => document.documentElement.dataset.probe), {
    timeoutMs: 60_000,
  });
}

/** The same in the world of the unchanged build's own content script; Chromium only. */
export async function collectInContentScript(page: Page, extensionOrigin: string): Promise<string> {
  return String(await runInContentScript(page, extensionOrigin, `(${COLLECT})()`));
}

/** Runs an expression in the world of the build's own content script, and waits for its value; Chromium only. */
export async function runInContentScript(page: Page, extensionOrigin: string, expression: string): Promise<unknown> {
  const session = await page.createCDPSession();
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === extensionOrigin) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  const contextId = await until("the content script's world", () => worlds[0]);
  const options = { expression, contextId, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', options);
  await session.detach();
  if (exceptionDetails) throw new Error(`The probe failed: ${exceptionDetails.text}`);
  return result.value;
}

/** Every text that the page's own world can reach: its globals and their depths, DOM with open shadow roots, storages, requests. */
export async function collectInPage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const texts: string[] = [];
    const seen = new WeakSet<object>();
    let left = 300_000;
    const waiting: unknown[] = [window];
    const look = (value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      else if ((typeof value === 'object' && value !== null) || typeof value === 'function') waiting.push(value);
    };
    while (waiting.length > 0 && left-- > 0) {
      const value = waiting.pop();
      if (typeof value !== 'object' && typeof value !== 'function') continue;
      if (value === null || seen.has(value)) continue;
      seen.add(value);
      if (typeof value === 'function') texts.push(Function.prototype.toString.call(value).slice(0, 2000));
      if (value instanceof Map) for (const [key, inner] of value) [key, inner].forEach(look);
      if (value instanceof Set) for (const inner of value) look(inner);
      for (const key of Reflect.ownKeys(value)) {
        if (typeof key === 'string') texts.push(key);
        try {
          look(Reflect.get(value, key));
        } catch {
          // Some getters refuse to be called on a prototype.
        }
      }
    }
    const walk = (root: Document | ShadowRoot) => {
      texts.push(root instanceof Document ? root.documentElement.outerHTML : root.innerHTML);
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) walk(element.shadowRoot);
    };
    walk(document);
    texts.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie);
    texts.push(...performance.getEntries().map(entry => entry.name));
    for (const { name } of await indexedDB.databases()) texts.push(name ?? '');
    for (const name of await caches.keys()) texts.push(name);
    return texts.join('\n');
  });
}
