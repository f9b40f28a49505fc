import base from '@/entrypoints/civitai.content/dom/base.css?inline';
import { createHostWithSheet, createLazySheet } from '@/entrypoints/civitai.content/dom/host';
import { createIcon, type IconName } from '@/entrypoints/civitai.content/dom/icons';
import { createPart } from '@/entrypoints/civitai.content/dom/parts';
import { type MarkState, writeAttributes } from '@/entrypoints/civitai.content/dom/state-attributes';
import type { MarkKind } from '@/entrypoints/civitai.content/surfaces/surface';
import type { MarkView } from '@/entrypoints/civitai.content/views/mark-view';
import cardMark from './card-mark.css?inline';

type MarkStyle = { isLabelled: boolean; isAlways: boolean };

/** One mark on a card or in a row: a real button that says state and action. mark-events.ts listens for all marks at once. */
export type CardMark = {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** What is drawn; absent before the first time. */
  button?: HTMLElement;
  view?: MarkView;
  style?: MarkStyle;
  label?: HTMLElement;
};

const sheet = createLazySheet(base + cardMark);
/** Each state's button is built once; the marks are copies. */
const patterns = new Map<MarkState, HTMLElement>();

export function createCardMark(kind: MarkKind): CardMark {
  const { host, root } = createHostWithSheet(sheet(), 'mark');
  host.setAttribute('data-vaulted-kind', kind);
  return { host, root };
}

/** Makes the mark show the view; writes only what has changed. */
export function showView(mark: CardMark, view: MarkView, style: MarkStyle): void {
  const { host, root, view: before } = mark;
  const { state, target, count, name, isOld, isBusy } = view;
  writeAttributes(host, { state, modelId: target.modelId, versionId: target.versionId, count });
  const button = mark.button ?? root.appendChild(copyPattern(state));
  // A button that has the focus keeps it: only its icon is replaced.
  if (before && before.state !== state) button.firstElementChild?.replaceWith(createIcon(iconOf(state)));
  if (before?.name !== name) button.setAttribute('aria-label', name);
  if ((before?.isBusy ?? false) !== isBusy) {
    for (const aria of ['aria-disabled', 'aria-busy']) button.setAttribute(aria, String(isBusy));
  }
  // Most marks have no title, and none of these: no attribute is written that stands for nothing.
  if (isOld) host.title = name;
  else if (before?.isOld) host.removeAttribute('title');
  toggle(host, 'data-vaulted-old', isOld, before?.isOld);
  toggle(host, 'data-vaulted-labelled', style.isLabelled, mark.style?.isLabelled);
  toggle(host, 'data-vaulted-always', style.isAlways, mark.style?.isAlways);
  Object.assign(mark, { button, view, style });
  if (mark.label || style.isLabelled) showLabel(mark);
}

/** Adds what is only seen near the pointer or with the focus: the words, and the small button for the model's versions. */
export function completeMark(mark: CardMark): void {
  const { root, button } = mark;
  if (!button || root.childElementCount !== 1) return;
  showLabel(mark);
  const more = createButton('more', 'more');
  more.setAttribute('aria-label', 'Versions and their states');
  more.ariaHasPopup = 'dialog';
  root.prepend(more);
}

function showLabel(mark: CardMark): void {
  const { button, view, label = createPart('span', 'label') } = mark;
  if (!button || !view) return;
  if (!mark.label) button.append(label);
  mark.label = label;
  if (label.textContent !== view.label) label.textContent = view.label;
}

function toggle(host: HTMLElement, attribute: string, isOn: boolean, wasOn = false): void {
  if (isOn !== wasOn) host.toggleAttribute(attribute, isOn);
}

function createButton(part: 'button' | 'more', icon: IconName): HTMLButtonElement {
  const button = createPart('button', part);
  button.type = 'button';
  button.append(createIcon(icon));
  return button;
}

function copyPattern(state: MarkState): HTMLElement {
  let pattern = patterns.get(state);
  if (!pattern) {
    pattern = createButton('button', iconOf(state));
    patterns.set(state, pattern);
  }
  const copy = pattern.cloneNode(true);
  return copy instanceof HTMLElement ? copy : pattern;
}

function iconOf(state: MarkState): IconName {
  return state === 'error' ? 'failed' : state;
}
