import { isCutOff } from '@/utils/texts/template';
import modal from './modal.css?inline';
import { createHost, createSheet } from './on-demand-host';
import { createPart } from './parts';

/** What stands in a modal, from top to bottom. The first action closes it and has the focus. */
type Content = {
  title: HTMLElement;
  body: readonly HTMLElement[];
  actions: readonly [close: HTMLButtonElement, ...others: HTMLButtonElement[]];
};

/** The sheet of one kind of modal. */
export function createModalSheet(own: string): () => CSSStyleSheet {
  return createSheet(modal, own);
}

/** Shows a modal dialog above everything of the site's. Resolves once it is closed and removed, or `signal` aborts. */
export function openModal(content: Content, sheet: () => CSSStyleSheet, signal: AbortSignal): Promise<void> {
  if (isCutOff()) return Promise.resolve();
  const { host, root } = createHost('dialog', sheet);
  const dialog = createDialog(content);
  const [close] = content.actions;
  root.append(dialog);
  // The site's shortcuts must not see what is typed here.
  host.addEventListener('keydown', event => event.stopPropagation());
  document.body.append(host);
  dialog.showModal();
  return new Promise(resolve => {
    const finish = (): void => {
      host.remove();
      resolve();
    };
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', finish);
    dialog.addEventListener('click', event => {
      if (event.target === dialog && isOutside(dialog, event)) dialog.close();
    });
    signal.addEventListener('abort', finish, { once: true });
  });
}

function createDialog({ title, body, actions }: Content): HTMLDialogElement {
  const dialog = createPart('dialog', 'dialog');
  const bar = createPart('div', 'actions');
  title.id = 'title';
  dialog.setAttribute('aria-labelledby', title.id);
  // Only sentences describe the dialog: a whole list would be read out in one go.
  const sentences = body.filter(element => element.localName === 'p');
  for (const [index, sentence] of sentences.entries()) sentence.id = `text${index}`;
  dialog.setAttribute('aria-describedby', sentences.map(sentence => sentence.id).join(' '));
  for (const action of actions) action.type = 'button';
  actions[0].autofocus = true;
  bar.append(...actions);
  dialog.append(title, ...body, bar);
  return dialog;
}

function isOutside(dialog: HTMLElement, { clientX: x, clientY: y }: MouseEvent): boolean {
  const box = dialog.getBoundingClientRect();
  return x < box.left || x > box.right || y < box.top || y > box.bottom;
}
