import { createName, createPart } from '@/entrypoints/civitai.content/dom/parts';
import type { Choice } from '@/entrypoints/civitai.content/views/choices';
import type { VersionId } from '@/utils/civitai/ids';
import { describeProblem } from '@/utils/sentences/describe-problem';
import { joinSentences } from '@/utils/sentences/sentences';
import { t, tn } from '@/utils/texts/texts';
import type { Ending, Step } from './add-chosen';

type Row = { item: HTMLLIElement; box: HTMLInputElement; name: HTMLElement; note: HTMLElement };

/** The rows of a choice: a box, a name, and a size or a result each. */
export type ChoiceRows = {
  list: HTMLElement;
  show(choices: readonly Choice[], isChosen: (choice: Choice) => boolean, isLocked: boolean): void;
  showStep(versionId: VersionId, step: Step): void;
};

/** `toggled`: the user has pressed a version's box. */
export function createChoiceRows(toggled: (versionId: VersionId, isChosen: boolean) => void): ChoiceRows {
  const list = createPart('ul', 'choices');
  const rows = new Map<VersionId, Row>();
  const rowOf = (versionId: VersionId): Row => {
    const row = rows.get(versionId) ?? createRow(isChosen => toggled(versionId, isChosen));
    rows.set(versionId, row);
    if (!row.item.isConnected) list.append(row.item);
    return row;
  };
  return {
    list,
    show(choices, isChosen, isLocked) {
      // No box in it takes the keyboard any more, and it may still have to be scrolled.
      if (isLocked) list.tabIndex = 0;
      for (const choice of choices) {
        const { item, box, name, note } = rowOf(choice.versionId);
        box.disabled = isLocked || !choice.canAdd;
        box.checked = isChosen(choice);
        item.classList.toggle('is-not', !box.checked && (isLocked || !choice.canAdd));
        write(name, choice.title);
        if (!item.dataset.step) write(note, choice.note);
      }
    },
    showStep(versionId, step) {
      const { item, note } = rowOf(versionId);
      item.dataset.step = step.kind;
      write(note, describeStep(step));
      if (step.kind === 'adding') item.scrollIntoView?.({ block: 'nearest' });
    },
  };
}

function createRow(changed: (isChosen: boolean) => void): Row {
  const item = document.createElement('li');
  const label = createPart('label', 'choice');
  const box = document.createElement('input');
  const name = createName('span', 'name', '');
  const note = createPart('span', 'result');
  box.type = 'checkbox';
  box.addEventListener('change', () => changed(box.checked));
  label.append(box, name, ' ', note);
  item.append(label);
  return { item, box, name, note };
}

function describeStep(step: Step): string {
  if (step.kind === 'adding') return t('activity.in.sending');
  if (step.kind === 'added') return t('history.in.done');
  return step.kind === 'left' ? t('all.not-sent') : describeProblem(step.problem).what;
}

function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** What came of all that was chosen. */
export function describeEnding({ added, left, stoppedBy }: Ending, total: number): string {
  const why = stoppedBy ? describeProblem(stoppedBy).what : '';
  return joinSentences(why, tn('recipe.end', added, { total }), left > 0 ? tn('all.left', left) : '');
}
