import base from '@/entrypoints/civitai.content/dom/base.css?inline';
import { createHostWithSheet, createLazySheet } from '@/entrypoints/civitai.content/dom/host';
import { createIcon, type IconName } from '@/entrypoints/civitai.content/dom/icons';
import { createPart } from '@/entrypoints/civitai.content/dom/parts';
import { type MarkState, writeAttributes } from '@/entrypoints/civitai.content/dom/state-attributes';
import type { MarkKind } from '@/entrypoints/civitai.content/surfaces/surface';
import type { MarkView } from '@/entrypoints/civitai.content/views/mark-view';
import cardMark from './card-mark.css?inline';

type MarkStyle = { isLabelled: boolean; isAlways: boolean };

export type CardMark = {
  host: HTMLElement;
  show(view: MarkView, style: MarkStyle): void;
};

const sheet = createLazySheet(base + cardMark);
/** Each state's button is built once; the marks are copies. */
const patterns = new Map<MarkState, HTMLElement>();

function createButton(part: 'button' | 'more', icon: IconName): HTMLButtonElement {
  const button = createPart('button', part);
  button.type = 'button';
  button.append(createIcon(icon));
  return button;
}

function copyPattern(state: MarkState): Node {
  let pattern = patterns.get(state);
  if (!pattern) {
    pattern = createButton('button', iconOf(state));
    pattern.append(createPart('span', 'label'));
    patterns.set(state, pattern);
  }
  return pattern.cloneNode(true);
}

/** Adds the small button for the model's versions to a mark. Most marks never need theirs, so it waits for pointer or focus. */
export function addMoreButton({ shadowRoot }: HTMLElement): void {
  if (shadowRoot?.childElementCount !== 1) return;
  const more = createButton('more', 'more');
  more.setAttribute('aria-label', 'Versions and their states');
  more.ariaHasPopup = 'dialog';
  shadowRoot.prepend(more);
}

/** One mark on a card or in a row: a real button that says state and action. mark-events.ts listens for all marks at once. */
export function createCardMark(kind: MarkKind): CardMark {
  const { host, root } = createHostWithSheet(sheet(), 'mark');
  host.dataset.vaultedKind = kind;
  let lastKey = '';
  let drawn: MarkState | undefined;
  let wasBusy = false;
  return {
    host,
    show({ target, state, count, label, name, isOld, isBusy }, { isLabelled, isAlways }) {
      writeAttributes(host, { state, modelId: target.modelId, versionId: target.versionId, count });
      const key = `${name}\n${label}\n${state}${isBusy}${isLabelled}${isAlways}`;
      if (key === lastKey) return;
      lastKey = key;
      if (!drawn) root.append(copyPattern(state));
      const button = root.lastElementChild;
      const words = button?.lastElementChild;
      if (!button || !words) return;
      // A button that has the focus keeps it: only its icon is replaced.
      if (drawn && drawn !== state) button.replaceChildren(createIcon(iconOf(state)), words);
      if (isBusy !== wasBusy) {
        for (const aria of ['aria-disabled', 'aria-busy']) button.setAttribute(aria, String(isBusy));
      }
      drawn = state;
      wasBusy = isBusy;
      words.textContent = label;
      button.setAttribute('aria-label', name);
      // Most marks have no title: an empty one would be one more attribute on every card.
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
