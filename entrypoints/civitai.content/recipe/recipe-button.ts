import { createIcon } from '@/entrypoints/civitai.content/dom/icons';
import { createHost, createSheet } from '@/entrypoints/civitai.content/dom/on-demand-host';
import { createPart } from '@/entrypoints/civitai.content/dom/parts';
import pillButton from '@/entrypoints/civitai.content/dom/pill-button.css?inline';
import { t } from '@/utils/texts/texts';
import recipeButton from './recipe-button.css?inline';

const sheet = createSheet(pillButton, recipeButton);

/** "Add all". */
export function createRecipeButton(press: () => void): HTMLElement {
  const { host, root } = createHost('recipe', sheet);
  const button = createPart('button', 'button');
  button.type = 'button';
  button.title = t('recipe.button.hint');
  button.append(createIcon('out'), createPart('span', 'label', t('recipe.button')));
  button.addEventListener('click', event => {
    event.preventDefault();
    event.stopPropagation();
    if (event.isTrusted) press();
  });
  root.append(button);
  return host;
}
