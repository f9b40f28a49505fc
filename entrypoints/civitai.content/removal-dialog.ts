import { formatKb } from '@/utils/format';
import { describeRemovalRisk } from '@/utils/obstacle-sentences';
import type { Availability } from '@/utils/version-offer';
import { createHost, createPart } from './host';

/** The version that the user is about to remove. */
export type Removal = { modelName: string; versionName: string; sizeKb: number | undefined };

/**
 * Asks before a removal. Names the version and its size, and says what is at stake as soon as `availability` is known;
 * until then nothing can be removed. Keep is the default. Resolves with the moment of the confirmation (epoch ms),
 * or `undefined` if the version is kept.
 */
export function askRemoval(
  removal: Removal,
  availability: Promise<Availability | undefined>,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { host, root } = createHost('dialog');
  const dialog = createPart('dialog', 'dialog');
  const title = createPart('h2', 'title', 'Remove from your vault?');
  const name = createPart('p', 'version');
  const risk = createPart('p', 'risk', 'Looking up whether it could be added again…');
  const keep = createPart('button', 'keep', 'Keep it');
  const remove = createPart('button', 'remove', 'Remove');
  title.id = 'title';
  risk.id = 'risk';
  risk.setAttribute('aria-live', 'polite');
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.setAttribute('aria-describedby', risk.id);
  name.append(bidi('strong', removal.versionName), ' of ', bidi('span', removal.modelName));
  if (removal.sizeKb !== undefined) name.append(` · ${formatKb(removal.sizeKb)}`);
  keep.type = 'button';
  remove.type = 'button';
  remove.disabled = true;
  keep.autofocus = true;
  const actions = createPart('div', 'actions');
  actions.append(keep, remove);
  dialog.append(title, name, risk, actions);
  root.append(dialog);
  // The site's shortcuts must not hear what is typed here.
  host.addEventListener('keydown', event => event.stopPropagation());
  document.body.append(host);
  dialog.showModal();

  void availability.then(found => {
    const { canReturn, risk: text } = describeRemovalRisk(found);
    risk.textContent = text;
    dialog.classList.toggle('is-risky', !canReturn);
    remove.textContent = canReturn ? 'Remove' : 'Remove anyway';
    remove.disabled = false;
  });
  return new Promise(resolve => {
    const finish = (confirmedAt: number | undefined): void => {
      host.remove();
      resolve(confirmedAt);
    };
    keep.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => finish(undefined));
    remove.addEventListener('click', event => {
      if (event.isTrusted) finish(Date.now());
    });
    dialog.addEventListener('click', event => {
      if (event.target === dialog && isOutside(dialog, event)) dialog.close();
    });
    signal.addEventListener('abort', () => finish(undefined), { once: true });
  });
}

function bidi(tag: 'strong' | 'span', text: string): HTMLElement {
  const element = createPart(tag, 'name', text);
  // Right-to-left names keep to themselves.
  element.dir = 'auto';
  return element;
}

function isOutside(dialog: HTMLElement, { clientX: x, clientY: y }: MouseEvent): boolean {
  const box = dialog.getBoundingClientRect();
  return x < box.left || x > box.right || y < box.top || y > box.bottom;
}
