import type { CDPSession, Page } from 'puppeteer-core';

/** What a page's renderer has done: milliseconds of its main thread, however busy the machine is with others, and counts. */
export type Work = {
  /** Everything below, and besides it painting, compositing and collecting garbage. */
  task: number;
  script: number;
  style: number;
  styles: number;
  layout: number;
};

/** Reads what the renderer counts itself, over all worlds of the page. */
export async function createMeter(page: Page): Promise<{ work(during: () => Promise<void>): Promise<Work> }> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    async work(during) {
      // Rubbish of an earlier run is not this one's.
      await session.send('HeapProfiler.collectGarbage');
      const before = await read(session);
      await during();
      const after = await read(session);
      return {
        task: after.task - before.task,
        script: after.script - before.script,
        style: after.style - before.style,
        styles: after.styles - before.styles,
        layout: after.layout - before.layout,
      };
    },
  };
}

async function read(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find(metric => metric.name === name)?.value ?? Number.NaN;
  return {
    task: of('TaskDuration') * 1000,
    script: of('ScriptDuration') * 1000,
    style: of('RecalcStyleDuration') * 1000,
    styles: of('RecalcStyleCount'),
    layout: of('LayoutDuration') * 1000,
  };
}
