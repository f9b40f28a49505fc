import type { Page } from 'puppeteer-core';
import { fakeExtension } from './fake-extension.ts';
import type { PopupState } from './popup-worlds.ts';

/** What is measured of a popup, px. */
export type Measured = {
  height: number;
  width: number;
  /** Px of it that can't be reached. */
  cutOff: number;
  /** Parts in which the user has to scroll. */
  scrolled: string[];
  /** Names of versions of which too little is left to tell them apart. */
  squeezed: string[];
  /** Something has happened that takes room from the rest. */
  isEventful: boolean;
};

/**
 * Shows these states in a tab, one after the other, and hands over what is measured of each. `open` opens a page of the extension in the
 * tab.
 */
export async function eachState(
  page: Page,
  states: readonly PopupState[],
  open: (path: string) => Promise<void>,
  see: (state: PopupState, measured: Measured) => Promise<void> | void,
): Promise<void> {
  await page.evaluateOnNewDocument(fakeExtension(states.map(({ world }) => world)));
  for (const [n, state] of states.entries()) {
    await open(`popup.html?world=${n}`);
    const { name, ready, typed, press = [] } = state;
    await page.evaluate(reach, { name, ready, typed, press });
    await see(state, await page.evaluate(measure));
  }
}

type Steps = { name: string; ready: string; typed: string | undefined; press: readonly string[] };

/** Runs in the page: one question from outside for all steps of a state. */
async function reach({ name, ready, typed, press }: Steps): Promise<void> {
  const endsAt = performance.now() + 10_000;
  const nextFrame = () => new Promise(resolve => requestAnimationFrame(resolve));
  const until = async <T>(what: string, probe: () => T | undefined | null | false): Promise<T> => {
    for (;;) {
      const found = probe();
      if (found) return found;
      if (performance.now() > endsAt) throw new Error(`${name}: waited for ${what}`);
      await nextFrame();
    }
  };
  if (typed !== undefined) {
    await until('a field with the focus', () => document.activeElement?.matches('input'));
    document.execCommand('insertText', false, typed);
  }
  for (const control of press) (await until(control, () => document.querySelector<HTMLElement>(control))).click();
  await until(ready, () => document.querySelector(ready));
  // What is loaded on demand arrives within some frames.
  let [height, frames] = [0, 0];
  await until('its height to stay the same', () => {
    const now = document.getElementById('root')?.scrollHeight ?? 0;
    frames = now === height ? frames + 1 : 0;
    height = now;
    return height > 0 && frames > 6;
  });
}

/** Measures the popup that is shown. Runs in the page. */
function measure(): Measured {
  const main = document.querySelector('main');
  const parts = [...document.querySelectorAll('main *')].filter(
    part => /auto|scroll/.test(getComputedStyle(part).overflowY) && part.scrollHeight > part.clientHeight + 1,
  );
  const happened =
    '.notice, .page-line--prompt, .page-line--note, .contents-note, .sign-in-error:not(:empty), .sign-in-keys, [open]';
  return {
    height: Math.ceil(document.getElementById('root')?.getBoundingClientRect().height ?? 0),
    width: Math.max(document.documentElement.scrollWidth, main?.scrollWidth ?? 0),
    cutOff: main ? main.scrollHeight - main.clientHeight : -1,
    scrolled: parts.map(part => `${part.className} (by ${part.scrollHeight - part.clientHeight} px)`),
    squeezed: [...document.querySelectorAll('.version-name, .on-screen-version')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1 && clientWidth < 60)
      .map(({ textContent }) => textContent),
    isEventful: document.querySelector(happened) !== null,
  };
}
