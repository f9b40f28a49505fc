import type { Page } from 'puppeteer-core';
import { until } from './wait.ts';

/** Where to click: a selector, or a host and a selector inside its open shadow root. */
export type Place = string | readonly [host: string, inside: string];

type Point = { x: number; y: number };

async function centreOf(page: Page, place: Place): Promise<Point | undefined> {
  const [outer, inside] = typeof place === 'string' ? [place, undefined] : place;
  return page.evaluate(
    (outerSelector, innerSelector) => {
      const host = document.querySelector(outerSelector);
      const element = innerSelector === undefined ? host : host?.shadowRoot?.querySelector(innerSelector);
      if (!element) return undefined;
      const isInView = ({ top, left, bottom, right }: DOMRect) =>
        top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      if (!isInView(element.getBoundingClientRect())) element.scrollIntoView({ block: 'center', inline: 'center' });
      const { x, y, width, height } = element.getBoundingClientRect();
      return width > 0 && height > 0 ? { x: x + width / 2, y: y + height / 2 } : undefined;
    },
    outer,
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
