import { createIcon, drawIcon } from '@/entrypoints/civitai.content/dom/icons';
import { createHost, createSheet } from '@/entrypoints/civitai.content/dom/on-demand-host';
import { createPart, createTooltip } from '@/entrypoints/civitai.content/dom/parts';
import pillButton from '@/entrypoints/civitai.content/dom/pill-button.css?inline';
import { keepBeside } from '@/entrypoints/civitai.content/dom/placement';
import { createPutBackLimit } from '@/entrypoints/civitai.content/dom/put-back-limit';
import { type MarkState, writeAttributes } from '@/entrypoints/civitai.content/dom/state-attributes';
import type { Attention } from '@/entrypoints/civitai.content/presses/attention';
import { judgeControls } from '@/entrypoints/civitai.content/presses/controls';
import { createCountdown } from '@/entrypoints/civitai.content/presses/countdown';
import type { ButtonView } from '@/entrypoints/civitai.content/views/button-view';
import { formatNumber } from '@/utils/texts/language';
import { t } from '@/utils/texts/texts';
import vaultButton from './vault-button.css?inline';

/** What the button shows, and what a press does. */
export type PressableView = ButtonView & {
  press(opener: HTMLElement): void;
  /** Asks once more; only what adds has it, and its presses are judged. */
  ask?(opener: HTMLElement): void;
  /** Shows the model's versions, where it has several. */
  more?(opener: HTMLElement): void;
};

export type VaultButton = { show(card: HTMLElement, view: PressableView): void; hide(): void };

type Elements = {
  host: HTMLElement;
  root: ShadowRoot;
  button: HTMLButtonElement;
  tip(text: string): void;
  label: HTMLElement;
  account: HTMLElement;
  /** Beside the button: the way to the model's other versions. */
  more: HTMLButtonElement;
};

const sheet = createSheet(pillButton, vaultButton);

/** One button beside the primary actions, which it doesn't move. `onGiveUp`: the page keeps removing it, and it stays away. */
export function createVaultButton(attention: Attention, onGiveUp: () => void): VaultButton {
  const elements = createElements();
  const { host, button, root, more } = elements;
  const judge = judgeControls(root, attention);
  const mayPutBack = createPutBackLimit(onGiveUp);
  let current: { card: HTMLElement; stop: AbortController } | undefined;
  let view: PressableView | undefined;
  let drawn: MarkState | undefined;
  const countDown = createCountdown(seconds => showSeconds(button, seconds));
  button.addEventListener('click', event => {
    event.preventDefault();
    event.stopPropagation();
    // Only a trusted click counts: the page's scripts must not be able to add or remove.
    if (!event.isTrusted || !view) return;
    const { press, ask } = view;
    if (ask) judge(event, { press: () => press(button), ask: () => ask(button) });
    else press(button);
  });
  more.addEventListener('click', event => {
    event.stopPropagation();
    if (event.isTrusted) view?.more?.(more);
  });
  return {
    hide() {
      current?.stop.abort();
      current = undefined;
      view = undefined;
      countDown(undefined);
      host.remove();
    },
    show(card, next) {
      view = next;
      showView(elements, next, drawn !== next.state);
      drawn = next.state;
      countDown(next.until);
      const isRemoved = current?.card === card && !host.isConnected;
      if (isRemoved && !mayPutBack()) return;
      if (current?.card === card && !isRemoved) return;
      current?.stop.abort();
      const stop = keepBeside(card, host, spot => button.classList.toggle('is-compact', spot ? !spot.hasWords : false));
      current = { card, stop };
    },
  };
}

function createElements(): Elements {
  const { host, root } = createHost('button', sheet);
  const button = createPart('button', 'button');
  const label = createPart('span', 'label');
  const account = createPart('span', 'account');
  button.type = 'button';
  const more = createPart('button', 'more');
  more.type = 'button';
  more.classList.add('button');
  more.ariaHasPopup = 'dialog';
  more.setAttribute('aria-label', t('mark.more'));
  more.append(drawIcon('M6 9l6 6 6-6'));
  root.append(button, more);
  return { host, root, button, tip: createTooltip(button), label, account, more };
}

function showView(
  { host, button, tip, label, account, more }: Elements,
  view: PressableView,
  isNewState: boolean,
): void {
  writeAttributes(host, view);
  button.setAttribute('aria-label', view.name);
  // Stays focusable, so that the keyboard doesn't lose its place while the button works.
  button.setAttribute('aria-disabled', String(view.isDisabled));
  // A removal that a press takes back is not busy: readers may leave out what is.
  button.setAttribute('aria-busy', String(view.state === 'busy' && view.isDisabled));
  tip(view.hint);
  setText(label, view.label);
  setText(account, view.account);
  more.hidden = !view.more;
  if (isNewState) button.replaceChildren(createIcon(view.state), label, account);
}

/** Beside the words, where no reader says them again each second: they are no part of the name. */
function showSeconds(button: HTMLElement, seconds: number | undefined): void {
  if (seconds === undefined) delete button.dataset.left;
  else button.dataset.left = t('grace.seconds', { seconds: formatNumber(seconds) });
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
