import type { Page } from 'puppeteer-core';

/** How often each surface shows something on the page. */
export type Counts = { [surface: string]: number };

/** What the site says it shows, counted by surface. */
export function countShown(page: Page): Promise<Counts> {
  return page.evaluate(() => {
    const counts: { [surface: string]: number } = {};
    for (const { surface } of window.__sandbox.shown()) counts[surface] = (counts[surface] ?? 0) + 1;
    return counts;
  });
}

/**
 * Where the site's own list and the anchors on the page disagree: entries without their anchor, and anchors to a model that no
 * entry accounts for. Only addresses are read. Empty where both say the same.
 */
export function disagreements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const accounted = new Set<Element>();
    const isOurs = ({ hostname }: URL) =>
      /(^|\.)civitai\.(com|red)$/.test(hostname) && hostname !== 'developer.civitai.com';
    const read = (anchor: Element) => {
      const url = new URL(anchor.getAttribute('href') ?? '', location.href);
      const modelId = /^\/models\/([1-9]\d{0,8})(?:\/(?!reviews)[^/]*)?$/.exec(url.pathname)?.[1];
      const short = /^\/model-versions\/(\d+)$/.exec(url.pathname)?.[1];
      if (!isOurs(url) || (!modelId && !short)) return undefined;
      return { modelId, versionId: short ?? url.searchParams.get('modelVersionId') ?? undefined };
    };
    for (const { surface, modelId, versionId, linked, element } of window.__sandbox.shown()) {
      const anchors = [element, ...element.querySelectorAll('a[href]')].filter(each => each.matches('a[href]'));
      const own = anchors.filter(anchor => {
        const target = read(anchor);
        const isModel = target?.modelId === undefined || target.modelId === String(modelId);
        return target !== undefined && isModel && (versionId === undefined || target.versionId === String(versionId));
      });
      for (const anchor of own) accounted.add(anchor);
      if (own.length > 0 !== linked) wrong.push(`${surface}: ${modelId} ${versionId} has ${own.length} links`);
    }
    for (const anchor of document.querySelectorAll('a[href]')) {
      const target = read(anchor);
      // The ways back, and ids that are none.
      if (!target || accounted.has(anchor) || anchor.getAttribute('aria-label') === 'Back') continue;
      // What opens a dialog leads to no model (site-facts.md, second look).
      if (/[?&]dialog=/.test(anchor.getAttribute('href') ?? '')) continue;
      if (target.versionId !== undefined && !/^[1-9]\d{0,9}$/.test(target.versionId)) continue;
      wrong.push(`nobody shows ${anchor.getAttribute('href')}`);
    }
    return wrong;
  });
}

/** Scrolls the page's own scroller; the window never scrolls (site-facts.md C.3). */
export function scrollTo(page: Page, top: number): Promise<void> {
  return page.$eval('#main > .scroll-area', (area, to) => area.scrollTo({ top: to, behavior: 'instant' }), top);
}
