// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://civitai.com/images/1" }
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createOnDemandLoader } from '@/entrypoints/civitai.content/on-demand/loader';
import type { OnDemandScript } from '@/entrypoints/civitai.content/start-on-demand';
import { send } from '@/utils/messages/send';
import { fail, ok } from '@/utils/problem';

vi.mock('@/utils/messages/send', () => ({ send: vi.fn() }));

const look = {
  urlChanged: vi.fn(),
  linksChanged: vi.fn(),
  update: () => {},
  describe: () => ({ versions: 0, inVault: 0 }),
  overlay: (_id, fact) => fact,
  press: async () => {},
  openMenu: () => {},
  handleReach: () => {},
  gaveUp: () => {},
} satisfies OnDemandScript;
const here = () => look;
const begin = vi.fn(() => look);
let gone: AbortController;

/** The background runs the second script, or can't. */
function background(works: boolean): void {
  vi.mocked(send).mockImplementation(async () => {
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

describe('the way to the second script', () => {
  it('asks nobody where the browser has loaded it with the page', async () => {
    globalThis.vaultedOnDemand = here;
    const onDemand = createOnDemandLoader(begin, gone.signal);
    expect(onDemand.current()).toBeUndefined();
    expect(await onDemand.load()).toBe(look);
    expect(onDemand.current()).toBe(look);
    expect(send).not.toHaveBeenCalled();
  });

  it('has it brought once, however often it is asked for, and shows it what is on the page', async () => {
    const onDemand = createOnDemandLoader(begin, gone.signal);
    expect(await Promise.all([onDemand.load(), onDemand.load()])).toEqual([look, look]);
    await onDemand.load();
    expect(send).toHaveBeenCalledTimes(1);
    expect(begin).toHaveBeenCalledTimes(1);
    expect(look.linksChanged).toHaveBeenCalledWith({ links: [document.querySelector('a')], lost: [] });
    expect(look.urlChanged).toHaveBeenCalledTimes(1);
  });

  it('tries again after it could not be brought', async () => {
    background(false);
    const onDemand = createOnDemandLoader(begin, gone.signal);
    expect(await onDemand.load()).toBeUndefined();
    background(true);
    expect(await onDemand.load()).toBe(look);
  });

  it('does not take an element of the page for it', async () => {
    Reflect.set(globalThis, 'vaultedCloserLook', document.body);
    background(false);
    expect(await createOnDemandLoader(begin, gone.signal).load()).toBeUndefined();
  });

  it('is gone by itself to a model page, and only there', async () => {
    const onDemand = createOnDemandLoader(begin, gone.signal);
    onDemand.urlChanged();
    expect(send).not.toHaveBeenCalled();
    history.replaceState({}, '', '/models/12');
    onDemand.urlChanged();
    await vi.waitFor(() => expect(onDemand.current()).toBe(look));
  });

  it('ends with the page', async () => {
    const onDemand = createOnDemandLoader(begin, gone.signal);
    const brought = onDemand.load();
    gone.abort();
    expect(await brought).toBeUndefined();
    expect(begin).not.toHaveBeenCalled();
  });
});
