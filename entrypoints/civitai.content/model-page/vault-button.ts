import { createPart, type MarkState } from '@/entrypoints/civitai.content/dom/host';
import { createIcon } from '@/entrypoints/civitai.content/dom/icons';
import { createHost } from '@/entrypoints/civitai.content/dom/on-demand-host';
import { keepBeside } from '@/entrypoints/civitai.content/dom/placement';
import { createPutBackLimit } from '@/entrypoints/civitai.content/dom/put-back-limit';
import type { ModelId, VersionId } from '@/utils/civitai/ids';

/** What the button shows and what pressing it means. The version it names is the version it acts on. */
export type ButtonView = {
  modelId: ModelId;
  /** Absent while it is not certain which version is on screen: then nothing is offered. */
  versionId: VersionId | undefined;
  state: MarkState;
  /** In the button, in words. */
  label: string;
  /** Beside the label, where it may not be the account that the user thinks of. */
  account: string;
  /** Tooltip: what is so, what a click will do, how old the knowledge is. */
  hint: string;
  /** For screen readers; starts with the label. */
  name: string;
  isDisabled: boolean;
  press(): void;
};

export type VaultButton = { show(card: HTMLElement, view: ButtonView): void; hide(): void };

/** One button, placed beside the primary actions without moving anything there. */
export function createVaultButton(worn: () => void): VaultButton {
  const { host, root } = createHost('button');
  const button = createPart('button', 'button');
  const label = createPart('span', 'label');
  const account = createPart('span', 'account');
  account.dir = 'auto';
  button.type = 'button';
  root.append(button);
  let current: { card: HTMLElement; stop: AbortController } | undefined;
  let view: ButtonView | undefined;
  let icon: MarkState | undefined;
  const isPatient = createPutBackLimit(worn);

  button.addEventListener('click', event => {
    event.preventDefault();
    event.stopPropagation();
    // Only a person's click counts: the page's own scripts must not be able to vault or remove.
    if (event.isTrusted && view && !view.isDisabled) view.press();
  });

  const hide = (): void => {
    current?.stop.abort();
    current = undefined;
    view = undefined;
    host.remove();
  };
  return {
    hide,
    show(card, next) {
      view = next;
      write(host, button, next);
      setText(label, next.label);
      setText(account, next.account);
      if (icon !== next.state) {
        icon = next.state;
        button.replaceChildren(createIcon(next.state === 'error' ? 'failed' : next.state), label, account);
      }
      const isTaken = current?.card === card && !host.isConnected;
      if (isTaken && !isPatient()) return;
      if (current?.card !== card || isTaken) {
        current?.stop.abort();
        const stop = keepBeside(card, host, spot =>
          button.classList.toggle('is-compact', spot ? !spot.hasWords : false),
        );
        current = { card, stop };
      }
    },
  };
}

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function write(host: HTMLElement, button: HTMLButtonElement, view: ButtonView): void {
  const { dataset } = host;
  dataset.vaulted = view.state;
  dataset.vaultedModel = String(view.modelId);
  if (view.versionId === undefined) delete dataset.vaultedVersion;
  else dataset.vaultedVersion = String(view.versionId);
  button.setAttribute('aria-label', view.name);
  // Stays focusable, so that a keyboard user is not thrown off while it works.
  button.setAttribute('aria-disabled', String(view.isDisabled));
  button.setAttribute('aria-busy', String(view.state === 'busy'));
  button.title = view.hint;
}
