import base from '@/entrypoints/civitai.content/dom/base.css?inline';
import { attachSheet, createHostElement, createLazySheet } from '@/entrypoints/civitai.content/dom/host';
import { iconRules } from '@/entrypoints/civitai.content/dom/icons';
import { createPart } from '@/entrypoints/civitai.content/dom/parts';
import { type MarkState, writeAttributes } from '@/entrypoints/civitai.content/dom/state-attributes';
import type { MarkKind } from '@/entrypoints/civitai.content/surfaces/surface';
import type { MarkView } from '@/entrypoints/civitai.content/views/mark-view';
import { direction, language } from '@/utils/texts/language';
import cardMark from './card-mark.css?inline';

type MarkStyle = { isLabelled: boolean; isAlways: boolean };
type Shown = MarkView & MarkStyle;

/** One mark on a card or in a row: a real button that says state and action. mark-events.ts listens for all marks at once. */
export type CardMark = {
  readonly host: HTMLElement;
  /** What it shows; absent before the first time. */
  shown?: Shown;
};

const sheet = createLazySheet(() => `${base}${cardMark}${iconRules()}[part=label]{direction:${direction()}}`);
/** Host and button for each kind, state and spot; the marks are copies, which costs less than to write the same again. */
const patterns = new Map<string, { host: HTMLElement; button: HTMLElement }>();
/** Each mark's own button. */
const buttons = new WeakMap<EventTarget, HTMLElement>();
/** The words of each mark, which most marks never need in the page. */
const labels = new WeakMap<Element, string>();

/** A mark in that state for that spot; `showView` adds the rest. */
export function createCardMark(kind: MarkKind, state: MarkState, inset: string): CardMark {
  const key = `${kind} ${state} ${inset}`;
  const pattern = patterns.get(key) ?? createPattern(kind, state, inset);
  patterns.set(key, pattern);
  const host = document.importNode(pattern.host);
  const button = document.importNode(pattern.button, true);
  attachSheet(host, sheet()).append(button);
  buttons.set(host, button);
  return { host };
}

function createPattern(kind: MarkKind, state: MarkState, inset: string): { host: HTMLElement; button: HTMLElement } {
  const host = createHostElement();
  host.setAttribute('data-vaulted-kind', kind);
  host.setAttribute('data-vaulted', state);
  host.style.inset = inset;
  const button = createPart('button', 'button');
  button.type = 'button';
  button.append(createPart('span', 'icon'));
  button.lang = language();
  // Sixty cards would be sixty more stops on the keyboard's way: a key leads here from the card's own link (menu/link-keys.ts).
  button.tabIndex = -1;
  return { host, button };
}

/** Makes the mark show the view; writes only what has changed. */
export function showView(mark: CardMark, view: MarkView, style: MarkStyle): void {
  const { host, shown } = mark;
  const { state, target, count, label, name, isOld, isBusy, hint } = view;
  writeAttributes(host, { state, modelId: target.modelId, versionId: target.versionId, count });
  const button = buttonOf(host);
  if (!button) return;
  if (shown?.name !== name) button.setAttribute('aria-label', name);
  if (shown?.count !== count) writeCount(button, count, shown?.count);
  if ((shown?.isBusy ?? false) !== isBusy) {
    for (const aria of ['aria-disabled', 'aria-busy']) button.setAttribute(aria, String(isBusy));
  }
  // Most marks have none of these: an attribute that says nothing would be written on every card.
  if (isOld) host.title = name;
  else if (shown?.isOld) host.removeAttribute('title');
  if (shown?.hint !== hint) {
    if (hint) host.dataset.vaultedHint = hint;
    else delete host.dataset.vaultedHint;
  }
  toggle(host, 'old', isOld, shown?.isOld);
  toggle(host, 'labelled', style.isLabelled, shown?.isLabelled);
  toggle(host, 'always', style.isAlways, shown?.isAlways);
  mark.shown = { ...view, ...style };
  labels.set(button, label);
  if (style.isLabelled || button.childElementCount > 1) showLabel(button);
}

/** The mark's own button; the one for the model's versions stands behind it. `undefined`: it is no mark of this script's. */
export function buttonOf(host: EventTarget): HTMLElement | undefined {
  return buttons.get(host);
}

/** Adds the words, which are only seen near the pointer or with the focus. */
export function showLabel(button: HTMLElement): void {
  const label = button.children[1] ?? button.appendChild(createPart('span', 'label'));
  label.textContent = labels.get(button) ?? '';
}

/** At rest a mark says how many versions of its model are in the vault, where it is more than one. */
function writeCount(button: HTMLElement, count = 0, before = 0): void {
  if (count > 1) button.setAttribute('data-count', `${count}`);
  else if (before > 1) button.removeAttribute('data-count');
}

function toggle(host: HTMLElement, name: string, isOn: boolean, wasOn = false): void {
  if (isOn !== wasOn) host.toggleAttribute(`data-vaulted-${name}`, isOn);
}
