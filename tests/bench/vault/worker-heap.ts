import type { TestBrowser } from '@/tests/e2e/support/browser/open-browser.ts';
import { until } from '@/tests/e2e/support/wait.ts';

/** Bytes of JavaScript heap that the extension's worker uses after a garbage collection. Chromium only. */
export async function heapOfWorker({ engine }: TestBrowser): Promise<number> {
  const target = await until('the worker to run', () =>
    engine.puppeteer.targets().find(one => one.type() === 'service_worker' && one.url().startsWith(engine.origin())),
  );
  const session = await target.createCDPSession();
  try {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  } finally {
    // A worker that is being inspected never sleeps.
    await session.detach();
  }
}
