import type { Page } from 'puppeteer-core';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { scrollTo } from '@/tests/e2e/support/site/feed.ts';
import type { Stage } from '@/tests/e2e/support/stage.ts';
import { isPublic, rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

/** A mark of ours, and where it stands in the window, CSS pixels. */
export type Placed = { selector: string; top: number; height: number };

/** What a page or a browser does to our marks without any ill will. */
export const CONDITIONS = {
  'beside blurred pictures': (page: Page) => page.addStyleTag({ content: 'img, canvas { filter: blur(24px) }' }),
  /** A head of the page over the upper third of the mark: it takes the presses there. */
  'under a sticky head': (page: Page, { top, height }: Placed) => {
    const box = `position: fixed; z-index: 9999; inset: 0 0 auto; height: ${Math.round(top + height / 3)}px`;
    return page.addStyleTag({ content: `body::before { content: ""; ${box}; background: #222 }` });
  },
  'with reduced motion': async (page: Page) => {
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  },
  'at 200 % zoom': (page: Page) => page.setViewport({ width: 640, height: 700, deviceScaleFactor: 2, hasTouch: true }),
} as const;
export type Condition = keyof typeof CONDITIONS;

/** Brings the element into the middle of the window. */
export function bringIntoView(page: Page, selector: string): Promise<Placed> {
  return page.$eval(
    selector,
    (element, found) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { top, height } = element.getBoundingClientRect();
      return { selector: found, top, height };
    },
    selector,
  );
}

/** How far the list is scrolled at a time while nothing in it can be added, CSS pixels. */
const STEP = 400;
/** So many looks at each place: marks come a moment after their cards. */
const LOOKS = 6;

/** Finds a mark of that kind that a press would add to, further down if need be, and brings it into view. `within`: what it stands in. */
export async function addableMark(page: Page, stage: Stage, kind: string, within = 'body'): Promise<Placed> {
  const canBeAdded = ([modelId = 0, named = 0]: number[]) => {
    const versionId = named || (stage.sandbox.catalogue.findModel(modelId)?.versions[0]?.id ?? 0);
    return isPublic(stage, versionId) && rowsOf(stage, 'small', versionId).length === 0;
  };
  let looks = 0;
  const look = async () => {
    looks += 1;
    if (looks % LOOKS === 0) await scrollTo(page, (looks / LOOKS) * STEP);
    const found = await page.$$eval(`${within} [data-vaulted-kind="${kind}"][data-vaulted="out"]`, marks =>
      marks.map(mark => ['model', 'version'].map(name => Number(mark.getAttribute(`data-vaulted-${name}`) ?? 0))),
    );
    return found.find(canBeAdded);
  };
  const [modelId, versionId] = await until(`a ${kind} mark that is out`, look, { timeoutMs: 20_000 });
  const ofModel = modelId ? `[data-vaulted-model="${modelId}"]` : '';
  const ofVersion = versionId ? `[data-vaulted-version="${versionId}"]` : ':not([data-vaulted-version])';
  return bringIntoView(page, `[data-vaulted-kind="${kind}"]${ofModel}${ofVersion}`);
}

/** Gives the keyboard to the first element in a host that `inside` matches. */
export async function focusButton(page: Page, selector: string, inside = '.button'): Promise<void> {
  await openRoots(page);
  await page.$eval(selector, (host, found) => host.shadowRoot?.querySelector<HTMLElement>(found)?.focus(), inside);
}
