// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Hydration, watchHydration } from '@/entrypoints/civitai.content/site/hydration';

let ending = new AbortController();
let measured: PerformanceObserverCallback = () => {};
let hasStarted = false;

class FakeObserver {
  constructor(callback: PerformanceObserverCallback) {
    measured = callback;
  }
  observe(): void {}
  disconnect(): void {}
}

const link = (id: string) => document.getElementById(id) ?? expect.fail();

async function watch(): Promise<Hydration> {
  const hydration = watchHydration(ending.signal);
  void hydration.mayStart.then(() => {
    hasStarted = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  return hydration;
}

/** The site's own measure, which says that React has hydrated the page. */
async function hydrate(): Promise<void> {
  vi.spyOn(performance, 'getEntriesByName').mockReturnValue([new PerformanceEntry()]);
  Reflect.apply(measured, undefined, []);
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('PerformanceObserver', FakeObserver);
  vi.stubGlobal('PerformanceEntry', class {});
  vi.spyOn(performance, 'getEntriesByName').mockReturnValue([]);
  ending = new AbortController();
  hasStarted = false;
  document.body.innerHTML = '<div id="__next"><a id="served" href="/models/1"></a></div><a id="outside"></a>';
});
afterEach(() => {
  ending.abort();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a page whose hydration is not measured', () => {
  it('starts 8 s after it was loaded, where React has nothing to hydrate', async () => {
    const hydration = await watch();
    await vi.advanceTimersByTimeAsync(7_999);
    expect(hasStarted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(hasStarted).toBe(true);
    link('__next').insertAdjacentHTML('beforeend', '<a id="later" href="/models/2"></a>');
    expect(['served', 'later', 'outside'].map(id => hydration.isReady(link(id)))).toEqual([false, true, true]);
    await hydrate();
    expect([hydration.isOver(), hydration.isReady(link('served'))]).toEqual([true, true]);
  });

  it('starts then also where the browser has no observer of measures', async () => {
    vi.stubGlobal('PerformanceObserver', undefined);
    await watch();
    await vi.advanceTimersByTimeAsync(8_000);
    expect(hasStarted).toBe(true);
  });

  it('never starts once the page is left', async () => {
    await watch();
    ending.abort();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(hasStarted).toBe(false);
  });
});

it('a page that is hydrated starts at once', async () => {
  const hydration = await watch();
  await hydrate();
  expect([hasStarted, hydration.isOver()]).toEqual([true, true]);
});
