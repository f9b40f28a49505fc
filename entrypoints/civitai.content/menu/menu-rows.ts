import { createIcon } from '@/entrypoints/civitai.content/dom/icons';
import { createPart } from '@/entrypoints/civitai.content/dom/parts';
import type { MenuItem } from '@/entrypoints/civitai.content/views/menu-view';

/** What a trusted press of a row leads to. */
type RowAction = (versionId: MenuItem['versionId'], event: MouseEvent) => void;

/** Makes the list show the items. Rows keep their place and their focus: only what has changed is written. */
export function showItems(list: HTMLElement, items: readonly MenuItem[], act: RowAction): void {
  const key = items.map(item => item.versionId).join();
  if (list.dataset.key !== key) {
    list.dataset.key = key;
    list.replaceChildren(...items.map(item => createRow(item, act)));
  }
  items.forEach((item, index) => {
    const button = list.children[index]?.querySelector('button');
    if (!button || button.getAttribute('aria-label') === item.name) return;
    button.setAttribute('aria-label', item.name);
    button.setAttribute('aria-disabled', String(item.isDisabled));
    button.dataset.state = item.icon;
    const title = createPart('span', 'name', item.title);
    button.replaceChildren(createIcon(item.icon), createPart('span', 'action', item.action), ' ', title);
  });
}

function createRow(item: MenuItem, act: RowAction): HTMLLIElement {
  const row = document.createElement('li');
  const button = createPart('button', 'item');
  button.type = 'button';
  button.addEventListener('click', event => {
    event.stopPropagation();
    if (event.isTrusted) act(item.versionId, event);
  });
  row.append(button);
  return row;
}

/** Up and down go from row to row. The page sees no key that is typed in the menu. */
export function moveFocus(root: ShadowRoot, event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  event.stopPropagation();
  if (step === 0) return;
  event.preventDefault();
  const buttons = [...root.querySelectorAll<HTMLElement>('li button, .all:not([hidden])')];
  const at = buttons.findIndex(button => button.matches(':focus'));
  // From the menu itself, up leads to the last row.
  const next = at < 0 && step < 0 ? -1 : at + step;
  buttons.at(next % buttons.length)?.focus();
}
