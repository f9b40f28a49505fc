import { createPart } from './host';

/** What stands in a modal, from top to bottom. The first action closes it and has the focus. */
type Content = {
  title: HTMLElement;
  body: readonly HTMLElement[];
  actions: readonly [close: HTMLButtonElement, ...others: HTMLButtonElement[]];
  signal: AbortSignal;
};

/** Shows a modal dialog in `host`, above everything of the site's. Resolves once it is closed and gone. */
export function openModal(
  host: HTMLElement,
  root: ShadowRoot,
  { title, body, actions, signal }: Content,
): Promise<void> {
  const dialog = createPart('dialog', 'dialog');
  const bar = createPart('div', 'actions');
  title.id = 'title';
  dialog.setAttribute('aria-labelledby', title.id);
  // A list is for reading at one's own pace: said as a description, it would be one long breath.
  const sentences = body.filter(text => text.localName === 'p');
  for (const [index, text] of sentences.entries()) text.id = `text${index}`;
  dialog.setAttribute('aria-describedby', sentences.map(text => text.id).join(' '));
  const [close] = actions;
  for (const action of actions) action.type = 'button';
  close.autofocus = true;
  bar.append(...actions);
  dialog.append(title, ...body, bar);
  root.append(dialog);
  // The site's shortcuts must not hear what is typed here.
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

function isOutside(dialog: HTMLElement, { clientX: x, clientY: y }: MouseEvent): boolean {
  const box = dialog.getBoundingClientRect();
  return x < box.left || x > box.right || y < box.top || y > box.bottom;
}
