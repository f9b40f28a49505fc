// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beginLife } from '@/entrypoints/civitai.content/site/life';

/** An update: the world of the old script stays as it is, and the new one begins with nothing. */
function update(): void {
  globalThis.vaultedLife = undefined;
}

/** The old script is cut off from its extension. */
function cutOff(): void {
  Object.assign(chrome, { runtime: undefined });
}

const own = fakeBrowser.runtime;
const lives: (AbortSignal | undefined)[] = [];
const begin = () => {
  const life = beginLife();
  lives.push(life);
  return life;
};

declare const chrome: { runtime?: unknown };

beforeEach(update);
afterEach(() => {
  Object.assign(chrome, { runtime: own });
  // Ends what is still alive.
  update();
  begin();
  update();
});

describe('the life of a copy in a document', () => {
  it('is the first one’s: a second copy in the same world ends at once, and changes nothing', () => {
    const first = begin();
    expect(first?.aborted).toBe(false);
    expect(begin()).toBeUndefined();
    expect(first?.aborted).toBe(false);
  });

  it('ends when the copy of another start of the extension begins', () => {
    const first = begin();
    update();
    const second = begin();
    expect([first?.aborted, second?.aborted]).toEqual([true, false]);
  });

  it('begins again where the copy before has ended', () => {
    const first = begin();
    document.dispatchEvent(new CustomEvent(`${own.id}:civitai:wxt:content-script-started`));
    expect(first?.aborted).toBe(true);
    expect(begin()?.aborted).toBe(false);
  });

  it('is not taken from an element of the page', () => {
    const element = document.createElement('p');
    Object.assign(globalThis, { vaultedLife: element });
    expect(begin()?.aborted).toBe(false);
  });

  it.each(['click', 'pointerdown', 'keydown', 'focus', 'visibilitychange'])(
    'ends with the first %s after the extension has gone, before a listener of ours hears of it',
    type => {
      const life = begin();
      // Browsers don't even call it once the signal has aborted; happy-dom does.
      const act = (event: Event) => life?.aborted || event.preventDefault();
      window.addEventListener(type, act, { capture: true });
      const send = () => {
        const event = new Event(type, { cancelable: true, bubbles: true });
        document.body.dispatchEvent(event);
        return event.defaultPrevented;
      };
      expect(send()).toBe(true);
      cutOff();
      expect(send()).toBe(false);
      expect(life?.aborted).toBe(true);
      window.removeEventListener(type, act, { capture: true });
    },
  );
});
