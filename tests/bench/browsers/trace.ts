import type { Page } from 'puppeteer-core';

/** One span of work of one thread, milliseconds. `cpu`: of its own thread, without what other programs took. */
export type Span = { thread: Thread; name: string; start: number; end: number; cpu: number; url: string };
/** The page's main thread, the other threads of its process, and the process that puts frames on screen. */
type Thread = 'main' | 'renderer' | 'gpu' | 'other';

/** Spans of the main thread's pipeline, of rasterising, of whole tasks, and of every callback of every script. */
const CATEGORIES = ['-*', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string; data?: { url?: string; frames?: { isInPrimaryMainFrame?: boolean; processId: number }[] } };
};

function threadOf(events: readonly TraceEvent[]): (event: TraceEvent) => Thread {
  const started = events.find(({ name }) => name === 'TracingStartedInBrowser');
  const page = started?.args?.data?.frames?.find(({ isInPrimaryMainFrame }) => isInPrimaryMainFrame);
  if (!page) throw new Error('The trace does not say which process the page is in');
  const named = (what: string, name: string) =>
    events.filter(event => event.name === what && event.args?.name === name);
  const gpu = new Set(named('process_name', 'GPU Process').map(({ pid }) => pid));
  const main = named('thread_name', 'CrRendererMain').find(({ pid }) => pid === page.processId)?.tid;
  return ({ pid, tid }) => {
    if (pid === page.processId) return tid === main ? 'main' : 'renderer';
    return gpu.has(pid) ? 'gpu' : 'other';
  };
}

/** Everything that the page's browser does during `during`. It is slower meanwhile: compare traces with traces only. */
export async function record(page: Page, during: () => Promise<void>): Promise<Span[]> {
  await page.tracing.start({ categories: CATEGORIES });
  await during();
  const buffer = await page.tracing.stop();
  if (!buffer) throw new Error('Chromium kept no trace');
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(new TextDecoder().decode(buffer));
  const thread = threadOf(traceEvents);
  return traceEvents
    .filter(({ ph }) => ph === 'X')
    .map(event => ({
      thread: thread(event),
      name: event.name,
      start: event.ts / 1000,
      end: (event.ts + (event.dur ?? 0)) / 1000,
      cpu: (event.tdur ?? 0) / 1000,
      url: event.args?.data?.url ?? '',
    }));
}

/** Callbacks on the main thread of scripts whose address does not start with `url`; a promise's own has no address. */
export function callbacksBeside(url: string, spans: readonly Span[]): number {
  const callbacks = spans.filter(({ thread, name }) => thread === 'main' && name === 'FunctionCall');
  return callbacks.filter(span => !span.url.startsWith(url)).length;
}
