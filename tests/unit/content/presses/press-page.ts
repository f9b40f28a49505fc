import { vi } from 'vitest';
import { createHostElement } from '@/entrypoints/civitai.content/dom/host';
import { rootOf } from '@/tests/unit/support/root-of';

/** Where every control stands until a test moves it, CSS pixels. */
const HOME = { left: 100, top: 100, width: 120, height: 30 };

/** happy-dom has no layout: what lies where is made up here. */
const layout = { boxes: new Map<Element, DOMRect>(), hit: undefined as Element | undefined, headTo: 0 };

/** An empty page in a browser that can't tell what is painted over an element, where every element stands at home; a clock of the test's. */
export function startPage(): void {
  vi.useFakeTimers();
  layout.boxes.clear();
  Object.assign(layout, { hit: undefined, headTo: 0 });
  document.body.replaceChildren();
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return layout.boxes.get(this) ?? boxOf(HOME);
  });
  vi.spyOn(document, 'elementFromPoint').mockImplementation((_, y) =>
    y < layout.headTo ? document.body : (layout.hit ?? null),
  );
  vi.spyOn(HTMLElement.prototype, 'checkVisibility').mockReturnValue(true);
  const find = document.querySelectorAll.bind(document);
  vi.spyOn(document, 'querySelectorAll').mockImplementation((selector: string) =>
    find(selector.replace(':popover-open, :modal', '[popover]')),
  );
  const opacityOf = (element: Element) => (element instanceof HTMLElement && element.style.opacity) || '1';
  vi.stubGlobal('getComputedStyle', (element: Element) => ({ opacity: opacityOf(element) }));
  vi.stubGlobal('IntersectionObserverEntry', class {});
}

/** What is found in the dialog that is open. */
export function findInDialog(selector: string): Element {
  const found = rootOf(findDialog())?.querySelector(selector);
  if (!found) throw new Error(`No dialog with ${selector} is open`);
  return found;
}

const findDialog = () => document.querySelector('[data-vaulted-ui="dialog"]');

/** The same page, where a press anywhere hits the dialog that is open. */
export function startDialogPage(): void {
  startPage();
  vi.spyOn(document, 'elementFromPoint').mockImplementation(findDialog);
}

export function endPage(): void {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
}

/** A browser that can tell: it says this of every element, or of this one. */
export function seeCovers(isVisible: boolean | ((element: Element) => boolean)): void {
  class Entry {
    readonly isVisible: boolean;
    constructor(element: Element) {
      this.isVisible = typeof isVisible === 'boolean' ? isVisible : isVisible(element);
    }
  }
  // As a browser has it: a property of the prototype says that it can tell.
  Object.assign(Entry.prototype, { isVisible: false });
  class Observer {
    readonly report: (entries: Entry[]) => void;
    constructor(report: (entries: Entry[]) => void) {
      this.report = report;
    }
    observe(element: Element): void {
      this.report([new Entry(element)]);
    }
    disconnect(): void {}
  }
  vi.stubGlobal('IntersectionObserverEntry', Entry);
  vi.stubGlobal('IntersectionObserver', Observer);
}

/** A button in the closed root of a host of ours, which a click there hits. */
export function placeControl(): { host: HTMLElement; root: ShadowRoot; control: HTMLButtonElement } {
  const host = createHostElement();
  host.dataset.vaultedUi = 'test';
  const root = host.attachShadow({ mode: 'closed' });
  const control = document.createElement('button');
  root.append(control);
  document.body.append(host);
  layout.hit = host;
  return { host, root, control };
}

/** Moves an element to another place. */
export function moveTo(element: Element, place: Partial<typeof HOME>): void {
  layout.boxes.set(element, boxOf({ ...HOME, ...place }));
}

/** Something of the page's that a click at any point hits from now on. */
export function coverAll(): void {
  layout.hit = document.body.appendChild(document.createElement('div'));
}

/** A head of the page lies over everything above `y`, and takes the presses there. */
export function coverAbove(y: number): void {
  layout.headTo = y;
}

/** Lets an event of the user's happen, or one that a script has made. */
export function happen<Made extends Event>(target: EventTarget, event: Made, isTrusted = true): Made {
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  Object.defineProperty(event, 'timeStamp', { value: performance.now() });
  target.dispatchEvent(event);
  return event;
}

function boxOf({ left, top, width, height }: typeof HOME): DOMRect {
  return new DOMRect(left, top, width, height);
}
