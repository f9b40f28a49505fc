import type { Page } from 'puppeteer-core';
import { until } from '@/tests/e2e/support/wait.ts';
import { openRoots } from './closed-roots.ts';

/** Where to click: a selector, the n-th of all that it matches, or a selector inside a host's shadow root. */
type Place = string | { all: string; index: number } | { host: string; inside: string };

type Point = { x: number; y: number };

async function centreOf(page: Page, place: Place): Promise<Point | undefined> {
  const outer = typeof place === 'string' ? place : 'all' in place ? place.all : place.host;
  const index = typeof place === 'object' && 'index' in place ? place.index : 0;
  const inside = typeof place === 'object' && 'inside' in place ? place.inside : undefined;
  if (inside !== undefined) await openRoots(page);
  return page.evaluate(
    (outerSelector, at, innerSelector) => {
      const host = document.querySelectorAll(outerSelector)[at];
      const element = innerSelector === undefined ? host : host?.shadowRoot?.querySelector(innerSelector);
      if (!element) return undefined;
      const isInView = ({ top, left, bottom, right }: DOMRect) =>
        top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      const isHit = () => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const hit = document.elementFromPoint(x + width / 2, y + height / 2);
        return hit !== null && (element.contains(hit) || hit.contains(element) || hit === host);
      };
      // What lies outside of the window, or of a scroller inside it, is brought into view as a person would.
      if (!isInView(element.getBoundingClientRect()) || !isHit()) {
        element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      }
      const { x, y, width, height } = element.getBoundingClientRect();
      return width > 0 && height > 0 ? { x: x + width / 2, y: y + height / 2 } : undefined;
    },
    outer,
    index,
    inside,
  );
}

/** The centre of an element once it has a size and has stopped moving. */
export async function settledCentre(page: Page, place: Place): Promise<Point> {
  let before: Point | undefined;
  return until(`${JSON.stringify(place)} to be on the page and at rest`, async () => {
    const now = await centreOf(page, place);
    const rests = now !== undefined && before !== undefined && now.x === before.x && now.y === before.y;
    before = now;
    return rests ? now : undefined;
  });
}

/** A real mouse click at the element's centre: whatever lies on top there gets it. */
export async function clickCentre(page: Page, place: Place, options: { count?: number } = {}): Promise<void> {
  const { x, y } = await settledCentre(page, place);
  await page.mouse.click(x, y, options);
}
