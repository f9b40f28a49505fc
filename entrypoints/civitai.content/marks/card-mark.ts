import base from '@/entrypoints/civitai.content/dom/base.css?inline';
import { createHostWithSheet, createLazySheet } from '@/entrypoints/civitai.content/dom/host';
import { createIcon, type IconName } from '@/entrypoints/civitai.content/dom/icons';
import { createPart } from '@/entrypoints/civitai.content/dom/parts';
import { type MarkState, writeAttributes } from '@/entrypoints/civitai.content/dom/state-attributes';
import type { MarkKind } from '@/entrypoints/civitai.content/surfaces/surface';
import type { MarkView } from '@/entrypoints/civitai.content/views/mark-view';
import { direction, language } from '@/utils/texts/language';
import { isCutOff } from '@/utils/texts/template';
import { t } from '@/utils/texts/texts';
import cardMark from './card-mark.css?inline';

type MarkStyle = { isLabelled: boolean; isAlways: boolean };
type Shown = MarkView & MarkStyle;

/** One mark on a card or in a row: a real button that says state and action. mark-events.ts listens for all marks at once. */
export type CardMark = {
  readonly host: HTMLElement;
  /** What it shows; absent before the first time. */
  shown?: Shown;
};

const sheet = createLazySheet(() => `${base}${cardMark}[part=label]{direction:${direction()}}`);
/** Each state's button is built once; the marks are copies. */
const patterns = new Map<MarkState, HTMLElement>();
/** The words of each mark, which most marks never need in the page. */
const labels = new WeakMap<Element, string>();

export function createCardMark(kind: MarkKind): CardMark {
  const { host } = createHostWithSheet(sheet(), 'mark');
  host.setAttribute('data-vaulted-kind', kind);
  return { host };
}

/** Makes the mark show the view; writes only what has changed. */
export function showView(mark: CardMark, view: MarkView, style: MarkStyle): void {
  const { host, shown } = mark;
  const { state, target, count, label, name, isOld, isBusy } = view;
  writeAttributes(host, { state, modelId: target.modelId, versionId: target.versionId, count });
  if (!shown) host.shadowRoot?.append(copyPattern(state));
  const button = buttonOf(host);
  if (!button) return;
  // A button that has the focus keeps it: only its icon is replaced.
  if (shown && shown.state !== state) button.firstElementChild?.replaceWith(createIcon(iconOf(state)));
  if (shown?.name !== name) button.setAttribute('aria-label', name);
  if ((shown?.isBusy ?? false) !== isBusy) {
    for (const aria of ['aria-disabled', 'aria-busy']) button.setAttribute(aria, String(isBusy));
  }
  // Most marks have none of these: an attribute that says nothing would be written on every card.
  if (isOld) host.title = name;
  else if (shown?.isOld) host.removeAttribute('title');
  toggle(host, 'old', isOld, shown?.isOld);
  toggle(host, 'labelled', style.isLabelled, shown?.isLabelled);
  toggle(host, 'always', style.isAlways, shown?.isAlways);
  mark.shown = { ...view, ...style };
  labels.set(button, label);
  if (style.isLabelled || button.childElementCount > 1) showLabel(button);
}

/** Adds what is only seen near the pointer or with the focus: the words, and the small button for the model's versions. */
export function completeMark(host: HTMLElement): void {
  const button = buttonOf(host);
  if (!button || host.shadowRoot?.childElementCount !== 1 || isCutOff()) return;
  showLabel(button);
  const more = createButton('more', 'more');
  more.setAttribute('aria-label', t('mark.more'));
  more.lang = language();
  more.ariaHasPopup = 'dialog';
  host.shadowRoot.prepend(more);
}

/** The mark's own button; the one for the model's versions stands before it. */
export function buttonOf(host: HTMLElement): HTMLElement | undefined {
  const button = host.shadowRoot?.lastElementChild;
  return button instanceof HTMLElement ? button : undefined;
}

function showLabel(button: HTMLElement): void {
  const label = button.children[1] ?? button.appendChild(createPart('span', 'label'));
  label.textContent = labels.get(button) ?? '';
}

function toggle(host: HTMLElement, name: string, isOn: boolean, wasOn = false): void {
  if (isOn !== wasOn) host.toggleAttribute(`data-vaulted-${name}`, isOn);
}

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
    pattern.lang = language();
    patterns.set(state, pattern);
  }
  return pattern.cloneNode(true);
}

function iconOf(state: MarkState): IconName {
  return state === 'error' ? 'failed' : state;
}
