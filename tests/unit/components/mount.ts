import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { plain } from '@/tests/unit/support/plain';

/** Renders into an empty document, with all effects, and returns the root. An earlier render is unmounted. */
export async function mount(content: ComponentChild): Promise<HTMLElement> {
  const before = document.getElementById('root');
  if (before) render(null, before);
  document.body.innerHTML = '<div id="root"></div>';
  const root = byId('root');
  await act(() => render(content, root));
  return root;
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`#${id} is not there`);
  return element;
}

/** The one element for `selector`; fails where there is none. */
export function find<Type extends Element = HTMLElement>(root: ParentNode, selector: string): Type {
  const element = root.querySelector<Type>(selector);
  if (!element) throw new Error(`${selector} is not there`);
  return element;
}

/** The button or link with exactly this name. */
export function control(root: ParentNode, name: string): HTMLElement {
  const all = [...root.querySelectorAll<HTMLElement>('button, a')];
  const found = all.find(each => plain(each.getAttribute('aria-label') ?? words(each)) === name);
  if (!found) throw new Error(`no “${name}” among ${all.map(words).join(', ')}`);
  return found;
}

/** An element's text with single spaces. */
export function words(element: Element): string {
  return plain(element.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Clicks, and lets everything settle that follows at once. */
export async function click(element: HTMLElement): Promise<void> {
  await act(async () => element.click());
}
