import { createLazySheet } from '@/entrypoints/civitai.content/dom/host';
import { drawIcon } from '@/entrypoints/civitai.content/dom/icons';
import { createPart } from '@/entrypoints/civitai.content/dom/parts';
import { language } from '@/utils/texts/language';
import { isCutOff } from '@/utils/texts/template';
import { t } from '@/utils/texts/texts';
import moreButton from './more-button.css?inline';

const sheet = createLazySheet(() => moreButton);

/** Adds the small button for the model's versions behind a mark's own: it is seen only near the pointer or with the focus. */
export function addMoreButton(button: HTMLElement): void {
  const root = button.getRootNode();
  if (button.nextElementSibling || !(root instanceof ShadowRoot) || isCutOff()) return;
  const more = createPart('button', 'more');
  more.type = 'button';
  more.lang = language();
  more.ariaHasPopup = 'dialog';
  more.setAttribute('aria-label', t('mark.more'));
  more.append(drawIcon('M6 9l6 6 6-6'));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet()];
  button.after(more);
}

/** Whether a click on a mark is for its small button. Outside of a closed root no event says it; a click without a pointer goes by the focus. */
export function isOnMore({ clientX, clientY, detail }: MouseEvent, opener: HTMLElement): boolean {
  const root = opener.getRootNode();
  if (!(root instanceof ShadowRoot)) return false;
  const pressed = detail === 0 ? root.activeElement : root.elementFromPoint(clientX, clientY);
  return pressed?.closest('button')?.previousElementSibling === opener;
}
