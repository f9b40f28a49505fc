import type { Page } from 'puppeteer-core';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';

export type Box = { x: number; y: number; width: number; height: number };

/** One element with `data-vaulted`: a mark or the button. */
export type Mark = {
  /** `version` in a version list, `button` on a model page, `card`, `row` or `line`; `lost` or empty for a link marked by style. */
  kind: string;
  state: string;
  modelId: number | undefined;
  versionId: number | undefined;
  /** What a screen reader says of the mark itself. */
  name: string;
  /** For a mark in the version list: the accessible name of the version's own button; undefined for the real button. */
  insideOf: string | undefined;
  /** True for the one real button: a shadow root with a `button.button`. */
  isButton: boolean;
  isDisabled: boolean;
  box: Box;
};

/** One injected element with `data-vaulted-ui`. */
type Injected = { kind: string; text: string; box: Box };

/**
 * Runs in the page. The accessible name, as far as our own elements need it: `aria-label`, else the text of the flat tree
 * without `aria-hidden` parts.
 */
const readInPage = () => {
  const nameOf = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return '';
    if (node.getAttribute('aria-hidden') === 'true' || ['STYLE', 'SCRIPT'].includes(node.tagName)) return '';
    const label = node.getAttribute('aria-label');
    if (label) return label;
    return [...(node.shadowRoot ?? node).childNodes].map(nameOf).join(' ');
  };
  // Without the marks of direction around values.
  const tidy = (text: string) =>
    text
      .replace(/[\u2068\u2069]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const boxOf = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const idOf = (element: HTMLElement, key: string) => {
    const text = element.dataset[key];
    return text === undefined ? undefined : Number(text);
  };
  const marks = [...document.querySelectorAll<HTMLElement>('[data-vaulted]')].map(element => {
    const button = element.shadowRoot?.querySelector<HTMLButtonElement>('button.button');
    const around = element.parentElement?.closest('button');
    return {
      kind: element.dataset.vaultedKind ?? '',
      state: element.dataset.vaulted ?? '',
      modelId: idOf(element, 'vaultedModel'),
      versionId: idOf(element, 'vaultedVersion'),
      name: tidy(nameOf(button ?? element)),
      insideOf: around ? tidy(nameOf(around)) : undefined,
      isButton: Boolean(button),
      isDisabled: button ? button.disabled || button.getAttribute('aria-disabled') === 'true' : false,
      box: boxOf(element),
    };
  });
  // A message's box stands empty until it speaks, and a version's badge repeats its mark.
  const opened = '[data-vaulted-ui]:not([data-vaulted-ui="silent"], [data-vaulted-ui="badge"])';
  const injected = [...document.querySelectorAll<HTMLElement>(opened)].map(element => ({
    kind: element.dataset.vaultedUi ?? '',
    text: tidy(nameOf(element)),
    box: boxOf(element),
  }));
  return { marks, injected };
};

/** Every mark and button on the page, in document order. */
export async function marks(page: Page): Promise<Mark[]> {
  await openRoots(page);
  return (await page.evaluate(readInPage)).marks;
}

/** Those of a model's own page: its version list and its button, without what else the page shows. */
export async function ownMarks(page: Page): Promise<Mark[]> {
  return (await marks(page)).filter(({ kind }) => kind === 'version' || kind === 'button');
}

/** Everything else that is injected: `connect`, `dialog`, `toast`. */
export async function ui(page: Page): Promise<Injected[]> {
  await openRoots(page);
  return (await page.evaluate(readInPage)).injected;
}

/** The marks in the version list, in its order. */
export async function listMarks(page: Page): Promise<Mark[]> {
  return (await marks(page)).filter(mark => mark.insideOf !== undefined);
}

/** The one real button of a model page; undefined if there is none, an error if there is more than one. */
export async function button(page: Page): Promise<Mark | undefined> {
  const buttons = (await marks(page)).filter(mark => mark.isButton && mark.kind === 'button');
  if (buttons.length > 1) throw new Error(`${buttons.length} Vaulted buttons on one page`);
  return buttons[0];
}

/** Sum of the layout shifts since the page was opened, with the nodes that moved. Chromium only. */
export async function layoutShift(page: Page): Promise<{ score: number; moved: string[] }> {
  return page.evaluate(
    () =>
      new Promise<{ score: number; moved: string[] }>(resolve => {
        type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
        const isShift = (entry: PerformanceEntry): entry is Shift => 'value' in entry && 'sources' in entry;
        const result = { score: 0, moved: [] as string[] };
        new PerformanceObserver(list => {
          for (const entry of list.getEntries().filter(isShift)) {
            result.score += entry.value;
            for (const { node } of entry.sources) {
              result.moved.push(node instanceof Element ? node.outerHTML.slice(0, 120) : String(node?.nodeName));
            }
          }
        }).observe({ type: 'layout-shift', buffered: true });
        // Buffered entries arrive before the second frame.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(result), 0)));
      }),
  );
}
