import type { CDPSession, Page } from 'puppeteer-core';
import { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';
import { BidiFrame } from 'puppeteer-core/internal/bidi/Frame.js';

/** Our elements whose root no test has seen yet. */
const UNSEEN = `[...document.querySelectorAll('span:is([data-vaulted-kind],[data-vaulted-ui])')].filter(host => !host.shadowRoot)`;

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/**
 * Lets tests read the closed shadow roots that are in the page now: from here on `host.shadowRoot` has them, in the page's own world
 * alone. Only the debugger can do that; Vaulted's scripts see no difference.
 */
export async function openRoots(page: Page): Promise<void> {
  const browser = page.browser();
  if (browser instanceof BidiBrowser) await openInFirefox(browser, page);
  else await openInChromium(page);
}

async function openInChromium(page: Page): Promise<void> {
  const created = sessions.get(page) ?? page.createCDPSession();
  sessions.set(page, created);
  const session = await created;
  const { result } = await session.send('Runtime.evaluate', { expression: UNSEEN });
  if (!result.objectId) return;
  const { result: found } = await session.send('Runtime.getProperties', {
    objectId: result.objectId,
    ownProperties: true,
  });
  const hosts = found.flatMap(({ name, value }) => (/^\d+$/.test(name) && value?.objectId ? [value.objectId] : []));
  await Promise.all(hosts.map(objectId => openHost(session, objectId)));
}

async function openHost(session: CDPSession, objectId: string): Promise<void> {
  const { node } = await session.send('DOM.describeNode', { objectId });
  const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
  if (backendNodeId === undefined) return;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  await session.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: `function (root) { Object.defineProperty(this, 'shadowRoot', { value: root, configurable: true }); }`,
    arguments: object.objectId ? [{ objectId: object.objectId }] : [],
  });
}

async function openInFirefox({ connection }: BidiBrowser, page: Page): Promise<void> {
  const frame = page.mainFrame();
  if (!(frame instanceof BidiFrame)) return;
  const target = { context: frame._id };
  const { result: answer } = await connection.send('script.evaluate', {
    expression: UNSEEN,
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
  });
  if (answer.type !== 'success' || answer.result.type !== 'array') return;
  const pairs = (answer.result.value ?? []).flatMap(each => {
    if (each.type !== 'node' || !each.sharedId || !each.value?.shadowRoot?.sharedId) return [];
    return [{ sharedId: each.sharedId }, { sharedId: each.value.shadowRoot.sharedId }];
  });
  if (pairs.length === 0) return;
  await connection.send('script.callFunction', {
    functionDeclaration: `(...pairs) => {
      for (let at = 0; at < pairs.length; at += 2)
        Object.defineProperty(pairs[at], 'shadowRoot', { value: pairs[at + 1], configurable: true });
    }`,
    arguments: pairs,
    target,
    awaitPromise: false,
  });
}
