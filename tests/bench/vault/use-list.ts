import type { Page } from 'puppeteer-core';
import { readList } from '@/tests/e2e/support/vault/vault-page.ts';

/** Typed letter by letter; it narrows 5,000 items down to 11, and 5 to none. */
const TYPED = 'kept only here 499';

/** Types letter by letter; how long each takes until its list is laid out, ms. */
export async function typeInto(page: Page): Promise<number[]> {
  return page.evaluate(async typed => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) throw new Error('there is no search field');
    const times: number[] = [];
    for (let end = 1; end <= typed.length; end += 1) {
      await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
      const startedAt = performance.now();
      field.value = typed.slice(0, end);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      // Preact renders in a microtask.
      await new Promise<void>(resolve => queueMicrotask(() => queueMicrotask(resolve)));
      await Promise.resolve();
      document.body.getBoundingClientRect();
      times.push(performance.now() - startedAt);
    }
    return times;
  }, TYPED);
}

/** Scrolls from end to end; the most rows that were in the document at once. */
export async function scrollThrough(page: Page): Promise<number> {
  let most = 0;
  for (let step = 0; step <= 40; step += 1) {
    await page.evaluate(share => scrollTo(0, share * document.documentElement.scrollHeight), step / 40);
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    most = Math.max(most, (await readList(page)).rows.length);
  }
  return most;
}

/** Bytes of JavaScript heap that the page uses after a garbage collection. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
