import type { Page } from 'puppeteer-core';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { untilValue } from '@/tests/e2e/support/wait.ts';

// What a page's own script may do. Each runs in the page's world, as any script of a site does.

/** Before anything of ours starts: takes the names that our elements once had, and whatever a script can hook. */
export function takeNamesAndPrototypes(): void {
  const caught: unknown[] = [];
  Object.assign(window, { caughtRoots: caught });
  for (const kind of ['mark', 'version-mark', 'button', 'connect', 'dialog', 'toast', 'menu', 'recipe']) {
    customElements.define(
      `vaulted-${kind}`,
      class extends HTMLElement {
        internals = this.attachInternals();
        connectedCallback(): void {
          caught.push(this.internals.shadowRoot ?? this);
          this.remove();
        }
      },
    );
  }
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, { ...options, mode: 'open' });
    caught.push(root);
    return root;
  };
  const observe = MutationObserver.prototype.observe;
  MutationObserver.prototype.observe = function (target, options) {
    if (target !== document.body) observe.call(this, target, options);
  };
}

/** How many of our roots the page has got hold of. */
export function rootsOfPage(page: Page): Promise<number> {
  return page.evaluate(() => {
    const hosts = [...document.querySelectorAll('span[data-vaulted-kind], span[data-vaulted-ui]')];
    const caught: unknown = Reflect.get(window, 'caughtRoots');
    return hosts.filter(host => host.shadowRoot).length + (Array.isArray(caught) ? caught.length : 1_000);
  });
}

/** How long a button has to have been there before a press of it counts (presses/judge-press.ts). */
const SEEN_MS = 200;

/**
 * Puts the mark's icon under the resting pointer, wherever it stood, and presses at once: its words and its small button slide out to the
 * left. False: the browser was too slow for that, so that the press came to a button that had been there for a while.
 */
export async function pressAsItComes(page: Page, selector: string, x: number, y: number): Promise<boolean> {
  await page.evaluate(
    (found, left, top) => {
      const times: { pressedAt?: number; movedAt?: number } = {};
      Object.assign(window, { times });
      const hear = ({ timeStamp }: PointerEvent) => Object.assign(times, { pressedAt: timeStamp });
      window.addEventListener('pointerup', hear, { capture: true, once: true });
      const mark = document.querySelector<HTMLElement>(found);
      if (!mark) throw new Error('The mark has gone');
      Object.assign(mark.style, { position: 'fixed', zIndex: '99999', inset: '0 0 auto auto' });
      const box = mark.getBoundingClientRect();
      mark.style.translate = `${left - box.x - box.width / 2}px ${top - box.y - box.height / 2}px`;
      times.movedAt = performance.now();
    },
    selector,
    x,
    y,
  );
  await Promise.all([page.mouse.down(), page.mouse.up()]);
  const readTimes = () => page.evaluate((): { pressedAt?: number; movedAt?: number } => Reflect.get(window, 'times'));
  const { pressedAt = 0, movedAt = 0 } = await untilValue(
    'the press to arrive',
    readTimes,
    times => 'pressedAt' in times,
  );
  return pressedAt - movedAt < SEEN_MS;
}

/** In this time a press that counts has led to a request. */
const CARRIED_OUT_MS = 700;

/** Holds the mark's icon under the pointer wherever that goes; the user presses on the way, and what may come of it has come. */
export async function pressAsItFollows(page: Page, selector: string): Promise<void> {
  await page.$eval(selector, mark => {
    if (!(mark instanceof HTMLElement)) throw new Error('The mark has gone');
    Object.assign(mark.style, { position: 'fixed', zIndex: '99999', inset: '0 0 auto auto' });
    let [left, top] = [0, 0];
    const follow = ({ clientX, clientY }: PointerEvent) => {
      const box = mark.getBoundingClientRect();
      left += clientX - box.right + box.height / 2;
      top += clientY - box.top - box.height / 2;
      mark.style.translate = `${left}px ${top}px`;
    };
    window.addEventListener('pointermove', follow, { capture: true });
  });
  for (const x of [40, 44]) await page.mouse.move(x, 300);
  await new Promise(resolve => setTimeout(resolve, SEEN_MS));
  await page.mouse.move(104, 300, { steps: 15 });
  await Promise.all([page.mouse.down(), page.mouse.up()]);
  await new Promise(resolve => setTimeout(resolve, CARRIED_OUT_MS));
}

/** Moves the focus to the mark's button as soon as the user has typed that letter. `openRoots` has to have been called. */
export function takeFocusAfter(page: Page, letter: string, selector: string): Promise<void> {
  return page.$eval(
    selector,
    (host, last) => {
      const take = ({ key }: KeyboardEvent): void => {
        if (key === last) host.shadowRoot?.querySelector<HTMLElement>('.button')?.focus();
      };
      window.addEventListener('keyup', take, { capture: true });
    },
    letter,
  );
}

/** A black sheet over the whole page that lets every click through: styles alone, no script. */
export async function coverPage(page: Page): Promise<void> {
  await page.addStyleTag({
    content:
      'body::after { content: ""; position: fixed; inset: 0; z-index: 99999; background: #000; pointer-events: none; }',
  });
}

/** A popover of the page's, painted over every modal, that lets clicks through. */
export function paintPopover(page: Page): Promise<void> {
  return page.evaluate(() => {
    const popover = document.createElement('div');
    popover.popover = 'manual';
    popover.textContent = 'You have won. Click here.';
    Object.assign(popover.style, { inset: '0', width: '100vw', height: '100vh', pointerEvents: 'none' });
    document.body.append(popover);
    popover.showPopover();
  });
}

/** How many of our elements that act when they are pressed a page could style by their `part`. */
export async function actingParts(page: Page): Promise<number> {
  await openRoots(page);
  return page.evaluate(() => {
    const hosts = [...document.querySelectorAll('span[data-vaulted-kind], span[data-vaulted-ui]')];
    return hosts.flatMap(({ shadowRoot }) => [
      ...(shadowRoot?.querySelectorAll('button[part], a[part], dialog[part]') ?? []),
    ]).length;
  });
}
