import type { Page } from 'puppeteer-core';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import type { Variants } from '@/tests/bench/browsers/variants.ts';
import { FIRM_LIMITS } from '@/tests/bench/budgets.ts';
import { openCardPage } from '@/tests/bench/card-page/open-card-page.ts';
import { type Figure, limited, type Section } from '@/tests/bench/report/section.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';
import { huge } from './marks.ts';

export type TalkNumbers = {
  messagesPerFrameMax: number;
  /** Requests to Civitai for cards of models and versions that were confirmed a moment ago; for 100 versions that are new. */
  requests: { warm: number; cold: number };
};

/** So many versions fit in one check. */
const CHECKED_AT_ONCE = 100;

/** Counts, in the content script's own world and by frames, what it sends from now on. */
async function countMessages(page: Page): Promise<() => Promise<number[]>> {
  const session = await page.createCDPSession();
  let contextId: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name.startsWith('Vaulted')) contextId = context.id;
  });
  await session.send('Runtime.enable');
  const world = await until('the world of the content script', () => contextId);
  const inWorld = async (expression: string) => {
    const { result } = await session.send('Runtime.evaluate', { expression, contextId: world, returnByValue: true });
    return result.value;
  };
  await inWorld(`{
    const { runtime } = chrome;
    const send = runtime.sendMessage.bind(runtime);
    const sent = (globalThis.sentByFrame = [0]);
    const tick = () => { sent.push(0); requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
    runtime.sendMessage = (...args) => { sent[sent.length - 1] += 1; return send(...args); };
  }`);
  return () => inWorld('globalThis.sentByFrame');
}

/** Messages by frame while a page of cards is opened, filled and churned. */
async function messages(variants: Variants, hrefs: string[]): Promise<number[]> {
  const page = await openCardPage(variants.vaulted, { isHydrated: false });
  const read = await countMessages(page);
  await page.evaluate(() => void performance.measure('Next.js-hydration'));
  await page.evaluate(all => window.cardPage.fill(all), hrefs.slice(0, 77));
  await page.evaluate(
    async all => {
      await window.cardPage.rest(500);
      await window.cardPage.churn(all, 40);
      await window.cardPage.rest(500);
    },
    hrefs.slice(77, 357),
  );
  const sent = await read();
  await page.close();
  return sent;
}

/** Requests of the API while a page with these links is opened and rests. */
async function requests({ vaulted }: Variants, sandbox: Sandbox, hrefs: string[], rows = 0): Promise<number> {
  sandbox.requests.clear();
  const page = await openCardPage(vaulted);
  await page.evaluate(all => window.cardPage.fill(all), hrefs.slice(0, CHECKED_AT_ONCE));
  if (rows > 0) await page.evaluate((all, count) => window.cardPage.churn(all, count), hrefs, rows);
  await page.evaluate(() => window.cardPage.rest(500));
  await untilQuiet('the number of requests', () => sandbox.requests.all().length);
  await page.close();
  return sandbox.requests.all().filter(({ endpoint }) => endpoint !== 'site').length;
}

function describe({ messagesPerFrameMax: most, requests: { warm, cold } }: TalkNumbers, sent: number): Figure[] {
  const { messagesPerFrame, requestsForKnown, requestsFor100New } = FIRM_LIMITS;
  const atMost = `at most ${messagesPerFrame}; ${sent} in all`;
  return [
    limited(most <= messagesPerFrame, 'messages in one frame', `${most}`, atMost),
    limited(
      warm <= requestsForKnown,
      'requests for cards of models and confirmed versions',
      `${warm}`,
      `must be ${requestsForKnown}`,
    ),
    limited(cold <= requestsFor100New, 'requests for 100 new versions', `${cold}`, `at most ${requestsFor100New}`),
  ];
}

/** How much the content script talks with its background, and that with Civitai. */
export async function measureTalk(variants: Variants, sandbox: Sandbox): Promise<Section<TalkNumbers>> {
  const { hrefs } = huge(sandbox);
  const versions = Array.from(
    { length: CHECKED_AT_ONCE },
    (_, n) => `/models/${80_000_000 + n}?modelVersionId=${70_000_000 + n}`,
  );
  const sent = await messages(variants, hrefs);
  const cold = await requests(variants, sandbox, versions);
  const warm = (await requests(variants, sandbox, hrefs, 40)) + (await requests(variants, sandbox, versions));
  const numbers = { messagesPerFrameMax: Math.max(...sent), requests: { warm, cold } };
  const inAll = sent.reduce((sum, each) => sum + each, 0);
  return { title: 'Talk', figures: describe(numbers, inAll), numbers };
}
