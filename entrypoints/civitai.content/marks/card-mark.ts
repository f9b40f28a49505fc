import base from '@/entrypoints/civitai.content/dom/base.css?inline';
import {
  createHostWithSheet,
  createPart,
  type MarkState,
  writeAttributes,
} from '@/entrypoints/civitai.content/dom/host';
import { createIcon, type IconName } from '@/entrypoints/civitai.content/dom/icons';
import type { MarkKind } from '@/entrypoints/civitai.content/surfaces/surface';
import type { MarkView } from '@/entrypoints/civitai.content/views/mark-view';
import badge from './card-mark.css?inline';

export type MarkStyle = { isLabelled: boolean; isAlways: boolean };

export type CardMark = {
  host: HTMLElement;
  show(view: MarkView, style: MarkStyle): void;
};

let sheet: CSSStyleSheet | undefined;
const patterns = new Map<MarkState, HTMLElement>();

/** All marks share one. */
function sharedSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(base + badge);
  }
  return sheet;
}

function createButton(part: 'button' | 'more', icon: IconName): HTMLButtonElement {
  const button = createPart('button', part);
  button.type = 'button';
  button.append(createIcon(icon));
  return button;
}

/** Each state is built once: a mark is a copy of it. */
function copyPattern(state: MarkState): Node {
  let pattern = patterns.get(state);
  if (!pattern) {
    pattern = createButton('button', iconOf(state));
    pattern.append(createPart('span', 'label'));
    patterns.set(state, pattern);
  }
  return pattern.cloneNode(true);
}

/** Puts the small button for the other versions into a mark that somebody is near: most marks never need theirs. */
export function addMoreButton({ shadowRoot }: HTMLElement): void {
  if (shadowRoot?.childElementCount !== 1) return;
  const more = createButton('more', 'more');
  more.setAttribute('aria-label', 'Versions and their states');
  more.ariaHasPopup = 'dialog';
  shadowRoot.prepend(more);
}

/**
 * One mark on a card or in a row: a real button that says state and action. It hears nothing itself: what people do to it,
 * mark-events.ts hears for all marks.
 */
export function createCardMark(kind: MarkKind): CardMark {
  const { host, root } = createHostWithSheet(sharedSheet(), 'mark');
  host.dataset.vaultedKind = kind;
  let shown = '';
  let drawn: MarkState | undefined;
  let isBusy = false;
  return {
    host,
    show({ target, state, count, label, name, isOld, isBusy: isWorking }, { isLabelled, isAlways }) {
      writeAttributes(host, { state, modelId: target.modelId, versionId: target.versionId, count });
      const next = `${name}\n${label}\n${state}${isWorking}${isLabelled}${isAlways}`;
      if (next === shown) return;
      shown = next;
      if (!drawn) root.append(copyPattern(state));
      const button = root.lastElementChild;
      const words = button?.lastElementChild;
      if (!button || !words) return;
      // Who has the focus here keeps it: only the icon is another one.
      if (drawn && drawn !== state) button.replaceChildren(createIcon(iconOf(state)), words);
      if (isWorking !== isBusy) {
        for (const aria of ['aria-disabled', 'aria-busy']) button.setAttribute(aria, String(isWorking));
      }
      drawn = state;
      isBusy = isWorking;
      words.textContent = label;
      button.setAttribute('aria-label', name);
      // An empty one would be written on every card.
      if (isOld) host.title = name;
      else host.removeAttribute('title');
      host.toggleAttribute('data-vaulted-old', isOld);
      host.toggleAttribute('data-vaulted-labelled', isLabelled);
      host.toggleAttribute('data-vaulted-always', isAlways);
    },
  };
}

function iconOf(state: MarkState): IconName {
  return state === 'error' ? 'failed' : state;
}
