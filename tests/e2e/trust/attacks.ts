import type { Page } from 'puppeteer-core';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { until } from '@/tests/e2e/support/wait.ts';

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

/** Puts the mark's icon under the pointer, wherever it stood: its words and its small button slide out to the left. */
function moveUnder(page: Page, selector: string, x: number, y: number): Promise<void> {
  return page.$eval(
    selector,
    (element, left, top) => {
      if (!(element instanceof HTMLElement)) return;
      Object.assign(element.style, { position: 'fixed', zIndex: '99999', inset: '0 0 auto auto' });
      const { x, y, width, height } = element.getBoundingClientRect();
      element.style.translate = `${left - x - width / 2}px ${top - y - height / 2}px`;
    },
    x,
    y,
  );
}

/** How long a button has to have been there before a press of it counts (presses/judge-press.ts). */
const SEEN_MS = 200;

/**
 * Moves the mark under the resting pointer and presses at once. False: the browser was too slow for that, so that the press came to a
 * button that had been there for a while.
 */
export async function pressAsItComes(page: Page, selector: string, x: number, y: number): Promise<boolean> {
  await page.evaluate(() => {
    const hear = ({ timeStamp }: PointerEvent) => Object.assign(window, { pressedAt: timeStamp });
    window.addEventListener('pointerup', hear, { capture: true, once: true });
  });
  const movedAt = await page.evaluate(() => performance.now());
  await moveUnder(page, selector, x, y);
  await Promise.all([page.mouse.down(), page.mouse.up()]);
  const pressedAt = await until('the press to arrive', () => page.evaluate(() => Reflect.get(window, 'pressedAt')));
  return Number(pressedAt) - movedAt < SEEN_MS;
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
