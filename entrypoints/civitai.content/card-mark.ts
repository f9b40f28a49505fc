import badge from './badge.css?inline';
import base from './base.css?inline';
import { createHostWith, createPart, writeState } from './host';
import { createIcon } from './icons';
import type { MarkView } from './mark-view';
import { watchRest } from './rest';
import type { MarkKind } from './surfaces/surface';

/** What people do to a mark. */
export type MarkEvents = {
  press(opener: HTMLElement): void;
  /** Interest: a moment before a press, usually. */
  rest(): void;
  more(opener: HTMLElement): void;
};

export type CardMark = {
  host: HTMLElement;
  show(view: MarkView, style: { isLabelled: boolean; isAlways: boolean }): void;
};

let sheet: CSSStyleSheet | undefined;
let pattern: DocumentFragment | undefined;

/** All marks share one. */
function sharedSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(base + badge);
  }
  return sheet;
}

/** Built once: a mark is a copy of it. */
function copyPattern(): DocumentFragment {
  if (!pattern) {
    pattern = document.createDocumentFragment();
    const more = createPart('button', 'more');
    const button = createPart('button', 'button');
    more.type = 'button';
    button.type = 'button';
    more.append(createIcon('more'));
    button.append(createPart('span', 'label'));
    pattern.append(more, button);
  }
  const copy = pattern.cloneNode(true);
  return copy instanceof DocumentFragment ? copy : pattern;
}

/** One mark on a card or in a row: a real button that says state and action, and a small one for the other versions. */
export function createCardMark(kind: MarkKind, events: MarkEvents): CardMark {
  const { host, root } = createHostWith(sharedSheet(), 'badge');
  host.dataset.vaultedKind = kind;
  root.append(copyPattern());
  const [more, button] = root.querySelectorAll('button');
  const label = root.querySelector('span');
  if (!more || !button || !label) throw new Error('A mark is a copy of its pattern');
  keepToOurselves(host);
  on(button, 'click', () => events.press(button));
  on(more, 'click', () => events.more(button));
  watchRest(button, events.rest);
  let isBusy = false;
  let shown = '';
  let icon = '';
  function on(element: HTMLElement, type: 'click', act: () => void): void {
    element.addEventListener(type, event => {
      // Only a person's press counts: the page's own scripts must not be able to vault or remove.
      if (event.isTrusted && !(isBusy && element === button)) act();
    });
  }
  button.addEventListener('keydown', event => {
    if (event.key !== 'ArrowDown' || !event.isTrusted) return;
    event.preventDefault();
    events.more(button);
  });
  return {
    host,
    show(view, style) {
      const { target, state, count } = view;
      const next = [view.name, view.label, state, count, style.isLabelled, style.isAlways].join('\n');
      isBusy = view.isBusy;
      writeState(host, { state, modelId: target.modelId, versionId: target.versionId, count });
      if (next === shown) return;
      shown = next;
      label.textContent = view.label;
      if (icon !== state) button.replaceChildren(createIcon(state === 'error' ? 'failed' : state), label);
      icon = state;
      button.setAttribute('aria-label', view.name);
      button.setAttribute('aria-disabled', String(view.isBusy));
      button.setAttribute('aria-busy', String(view.isBusy));
      more.setAttribute('aria-label', 'Versions and their states');
      more.hidden = target.versionId !== undefined;
      host.toggleAttribute('data-vaulted-labelled', style.isLabelled);
      host.toggleAttribute('data-vaulted-always', style.isAlways);
    },
  };
}

/** Also where the whole card is a link: nothing that is done to a mark reaches the page below it. */
function keepToOurselves(host: HTMLElement): void {
  for (const type of ['click', 'auxclick', 'dblclick', 'dragstart']) {
    host.addEventListener(type, event => {
      event.preventDefault();
      event.stopPropagation();
    });
  }
  for (const type of ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'mouseup', 'touchend']) {
    host.addEventListener(type, event => event.stopPropagation(), { passive: true });
  }
  for (const type of ['keydown', 'keyup'] as const) {
    host.addEventListener(type, event => {
      if (event.key === 'Enter' || event.key === ' ' || event.key === 'ArrowDown') event.stopPropagation();
    });
  }
}
