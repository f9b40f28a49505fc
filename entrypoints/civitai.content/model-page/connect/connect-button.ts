import { drawIcon } from '@/entrypoints/civitai.content/dom/icons';
import { createHost, createSheet } from '@/entrypoints/civitai.content/dom/on-demand-host';
import { createPart, createTooltip } from '@/entrypoints/civitai.content/dom/parts';
import pillButton from '@/entrypoints/civitai.content/dom/pill-button.css?inline';
import { keepBeside } from '@/entrypoints/civitai.content/dom/placement';
import vaultButton from '@/entrypoints/civitai.content/model-page/vault-button.css?inline';
import { compose } from '@/entrypoints/civitai.content/views/compose';

/** Words, and what a press does. */
export type Invitation = { label: string; hint: string; press(): void };

export type ConnectButton = { show(card: HTMLElement, invitation: Invitation): void; hide(): void };

const CLOUD = 'M7 18.5h9.6a4.4 4.4 0 0 0 .7-8.7A5.6 5.6 0 0 0 6.6 9.2 4.7 4.7 0 0 0 7 18.5z';

const sheet = createSheet(pillButton, vaultButton);

/** The one subtle invitation in the vault button's place while no key is stored, or the stored one is refused. */
export function createConnectButton(): ConnectButton {
  const { host, root } = createHost('connect', sheet);
  const button = createPart('button', 'button');
  const label = createPart('span', 'label');
  button.type = 'button';
  button.classList.add('is-subtle');
  button.append(drawIcon(CLOUD), label);
  button.addEventListener('click', event => {
    event.preventDefault();
    event.stopPropagation();
    if (event.isTrusted) press();
  });
  root.append(button);
  const tip = createTooltip(button);
  let press = () => {};
  let current: { card: HTMLElement; stop: AbortController } | undefined;
  return {
    show(card, invitation) {
      const { hint } = invitation;
      press = invitation.press;
      label.textContent = invitation.label;
      tip(hint);
      button.setAttribute('aria-label', compose('control.name-alone', { label: invitation.label, meaning: hint }));
      if (current?.card === card && host.isConnected) return;
      current?.stop.abort();
      const stop = keepBeside(card, host, spot => button.classList.toggle('is-compact', spot ? !spot.hasWords : false));
      current = { card, stop };
    },
    hide() {
      current?.stop.abort();
      current = undefined;
      host.remove();
    },
  };
}
