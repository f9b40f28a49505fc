import type { Page } from 'puppeteer-core';
import type { Box } from './reading.ts';

/** Where every node of the site stands: by its place in the tree, without ours. */
export function siteBoxes(page: Page): Promise<Record<string, Box>> {
  return page.evaluate(() => {
    const boxes: Record<string, { x: number; y: number; width: number; height: number }> = {};
    const walk = (element: Element, path: string) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      boxes[path] = { x, y, width, height };
      const children = [...element.children].filter(
        child => !child.matches('span[data-vaulted-kind], [data-vaulted-ui]'),
      );
      for (const [index, child] of children.entries()) walk(child, `${path}>${child.localName}${index}`);
    };
    const start = document.getElementById('__next');
    if (start) walk(start, '#__next');
    return boxes;
  });
}
