import { createPart } from '@/entrypoints/civitai.content/dom/parts';
import { t } from '@/utils/texts/texts';

/** The box that stands for all versions which can be added. */
export type EveryBox = { label: HTMLElement; show(chosen: number, addable: number): void };

/** `toggled`: the user has pressed it. */
export function createEveryBox(toggled: (isChosen: boolean) => void): EveryBox {
  const label = createPart('label', 'choice');
  const box = document.createElement('input');
  label.classList.add('every');
  box.type = 'checkbox';
  box.addEventListener('change', () => toggled(box.checked));
  label.append(box, t('all.every'));
  return {
    label,
    show(chosen, addable) {
      box.disabled = addable === 0;
      box.checked = addable > 0 && chosen === addable;
      box.indeterminate = chosen > 0 && chosen < addable;
    },
  };
}
