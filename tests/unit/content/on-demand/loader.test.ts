// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://civitai.com/images/1" }
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OnDemandScript } from '@/entrypoints/civitai.content/on-demand/contract';
import { createOnDemandLoader } from '@/entrypoints/civitai.content/on-demand/loader';
import { ask } from '@/utils/messages/ask';
import { fail, ok } from '@/utils/problem';

vi.mock('@/utils/messages/ask', () => ({ ask: vi.fn() }));

const hydrated = { isOver: () => true, isReady: () => true };
const script = {
  urlChanged: vi.fn(),
  linksChanged: vi.fn(),
  update: () => {},
  describe: () => ({ versions: 0, inVault: 0 }),
  overlay: (_id, fact) => fact,
  press: () => {},
  addMore: () => {},
  handleEarlyEvent: () => {},
  say: () => undefined,
  gaveUp: () => {},
} satisfies OnDemandScript;
const here = () => script;
const start = vi.fn(() => script);
let gone: AbortController;

/** The worker runs the on-demand script, or can't. */
function background(works: boolean): void {
  vi.mocked(ask).mockImplementation(async () => {
    if (works) globalThis.vaultedOnDemand = here;
    return works ? ok({}) : fail({ kind: 'unexpected' });
  });
}

beforeEach(() => {
  globalThis.vaultedOnDemand = undefined;
  gone = new AbortController();
  vi.clearAllMocks();
  background(true);
  document.body.innerHTML = '<a href="/models/12">X</a><a href="/images/3">Y</a>';
  history.replaceState({}, '', '/images/1');
});

describe('the on-demand script', () => {
  it('is not requested where the browser has loaded it with the page', async () => {
    globalThis.vaultedOnDemand = here;
    const onDemand = createOnDemandLoader(start, hydrated, gone.signal);
    expect(onDemand.current()).toBeUndefined();
    expect(await onDemand.load()).toBe(script);
    expect(onDemand.current()).toBe(script);
    expect(ask).not.toHaveBeenCalled();
  });

  it('is loaded once, however often it is needed, and hears what is on the page', async () => {
    const onDemand = createOnDemandLoader(start, hydrated, gone.signal);
    expect(await Promise.all([onDemand.load(), onDemand.load()])).toEqual([script, script]);
    await onDemand.load();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(start).toHaveBeenCalledTimes(1);
    expect(script.linksChanged).toHaveBeenCalledWith({ links: [document.querySelector('a')], removedMarks: [] });
    expect(script.urlChanged).toHaveBeenCalledTimes(1);
  });

  it('is requested again after a failure', async () => {
    background(false);
    const onDemand = createOnDemandLoader(start, hydrated, gone.signal);
    expect(await onDemand.load()).toBeUndefined();
    background(true);
    expect(await onDemand.load()).toBe(script);
  });

  it('is never an element of the page', async () => {
    Reflect.set(globalThis, 'vaultedOnDemand', document.body);
    background(false);
    expect(await createOnDemandLoader(start, hydrated, gone.signal).load()).toBeUndefined();
  });

  it('is loaded by itself on a model page, and only there', async () => {
    const onDemand = createOnDemandLoader(start, hydrated, gone.signal);
    onDemand.urlChanged();
    expect(ask).not.toHaveBeenCalled();
    history.replaceState({}, '', '/models/12');
    onDemand.urlChanged();
    await vi.waitFor(() => expect(onDemand.current()).toBe(script));
  });

  it('ends with the page', async () => {
    const onDemand = createOnDemandLoader(start, hydrated, gone.signal);
    const loaded = onDemand.load();
    gone.abort();
    expect(await loaded).toBeUndefined();
    expect(start).not.toHaveBeenCalled();
  });
});
