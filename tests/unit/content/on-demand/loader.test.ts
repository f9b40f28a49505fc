// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://civitai.com/images/1" }
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCloser } from '@/entrypoints/civitai.content/on-demand/loader';
import type { CloserLook } from '@/entrypoints/civitai.content/start-on-demand';
import { send } from '@/utils/messages/send';
import { fail, ok } from '@/utils/problem';

vi.mock('@/utils/messages/send', () => ({ send: vi.fn() }));

const look = {
  arrive: vi.fn(),
  meet: vi.fn(),
  update: () => {},
  describe: () => ({ versions: 0, kept: 0 }),
  overlay: (_id, fact) => fact,
  press: async () => {},
  openMenu: () => {},
  reach: () => {},
  worn: () => {},
} satisfies CloserLook;
const here = () => look;
const begin = vi.fn(() => look);
let gone: AbortController;

/** The background runs the second script, or can't. */
function background(works: boolean): void {
  vi.mocked(send).mockImplementation(async () => {
    if (works) globalThis.vaultedCloserLook = here;
    return works ? ok({}) : fail({ kind: 'unexpected' });
  });
}

beforeEach(() => {
  globalThis.vaultedCloserLook = undefined;
  gone = new AbortController();
  vi.clearAllMocks();
  background(true);
  document.body.innerHTML = '<a href="/models/12">X</a><a href="/images/3">Y</a>';
  history.replaceState({}, '', '/images/1');
});

describe('the way to the second script', () => {
  it('asks nobody where the browser has loaded it with the page', async () => {
    globalThis.vaultedCloserLook = here;
    const closer = createCloser(begin, gone.signal);
    expect(closer.now()).toBeUndefined();
    expect(await closer.bring()).toBe(look);
    expect(closer.now()).toBe(look);
    expect(send).not.toHaveBeenCalled();
  });

  it('has it brought once, however often it is asked for, and shows it what is on the page', async () => {
    const closer = createCloser(begin, gone.signal);
    expect(await Promise.all([closer.bring(), closer.bring()])).toEqual([look, look]);
    await closer.bring();
    expect(send).toHaveBeenCalledTimes(1);
    expect(begin).toHaveBeenCalledTimes(1);
    expect(look.meet).toHaveBeenCalledWith({ links: [document.querySelector('a')], lost: [] });
    expect(look.arrive).toHaveBeenCalledTimes(1);
  });

  it('tries again after it could not be brought', async () => {
    background(false);
    const closer = createCloser(begin, gone.signal);
    expect(await closer.bring()).toBeUndefined();
    background(true);
    expect(await closer.bring()).toBe(look);
  });

  it('does not take an element of the page for it', async () => {
    Reflect.set(globalThis, 'vaultedCloserLook', document.body);
    background(false);
    expect(await createCloser(begin, gone.signal).bring()).toBeUndefined();
  });

  it('is gone by itself to a model page, and only there', async () => {
    const closer = createCloser(begin, gone.signal);
    closer.arrive();
    expect(send).not.toHaveBeenCalled();
    history.replaceState({}, '', '/models/12');
    closer.arrive();
    await vi.waitFor(() => expect(closer.now()).toBe(look));
  });

  it('ends with the page', async () => {
    const closer = createCloser(begin, gone.signal);
    const brought = closer.bring();
    gone.abort();
    expect(await brought).toBeUndefined();
    expect(begin).not.toHaveBeenCalled();
  });
});
