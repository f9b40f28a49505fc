import type { ActionSources } from '@/entrypoints/civitai.content/actions/intents';
import { createModalSheet, openModal } from '@/entrypoints/civitai.content/dom/modal';
import { createName, createPart } from '@/entrypoints/civitai.content/dom/parts';
import type { Ingredient } from '@/entrypoints/civitai.content/surfaces/recipe-list';
import { factOf, namingOf } from '@/entrypoints/civitai.content/views/marked-link';
import { sessionOf } from '@/utils/account/account';
import { countOf, formatKb } from '@/utils/sentences/format';
import { describeProblem } from '@/utils/sentences/sentences';
import { statusWords } from '@/utils/sentences/state-words';
import type { VaultState } from '@/utils/vault/membership';
import recipeDialog from './recipe-dialog.css?inline';

type Row = { ingredient: Ingredient; words: HTMLElement; result: HTMLElement };

const sheet = createModalSheet(recipeDialog);

/**
 * Shows what an image was made with: each version's state and size, and what the missing ones need of the free space. Adds them one
 * after the other, with a result for each. `checked`: all of it has an answer; until then nothing is said to be missing. Resolves when
 * the dialog is closed.
 */
export async function openRecipeDialog(
  sources: ActionSources,
  ingredients: readonly Ingredient[],
  checked: Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const session = sessionOf(sources.client.connection()) ?? '';
  const title = createPart('h2', 'title', 'Vault all of these?');
  const list = createPart('ul', 'recipe');
  const sum = createPart('p', 'risk', 'Looking up sizes and free room…');
  const close = createPart('button', 'later', 'Not now');
  const add = createPart('button', 'add', 'Add');
  sum.setAttribute('aria-live', 'polite');
  add.disabled = true;
  const rows = ingredients.map(createRow);
  list.append(...rows.map(({ item }) => item));
  const closed = openModal({ title, body: [list, sum], actions: [close, add] }, sheet, signal);

  await checked;
  const missing = await showMissing(sources, rows, sum);
  if (missing.length === 0 || signal.aborted) return closed;
  add.textContent = `Add ${missing.length}`;
  add.disabled = false;
  add.addEventListener('click', event => {
    if (!event.isTrusted || add.disabled) return;
    add.disabled = true;
    close.textContent = 'Close';
    void addAll(sources, missing, sum, session);
  });
  return closed;
}

function createRow(ingredient: Ingredient): Row & { item: HTMLElement } {
  const item = document.createElement('li');
  const words = createName('span', 'name', ingredient.name);
  const result = createPart('span', 'result', '…');
  item.append(words, result);
  return { item, ingredient, words, result };
}

function stateOf(sources: ActionSources, { ingredient }: Row): VaultState {
  return factOf(sources, ingredient.versionId)?.state ?? 'unknown';
}

/** Shows the sizes, what is missing, and whether it fits into the free space. Returns what is missing. */
async function showMissing(sources: ActionSources, rows: readonly Row[], sum: HTMLElement): Promise<Row[]> {
  const missing = rows.filter(row => stateOf(sources, row) === 'out');
  for (const row of rows) if (!missing.includes(row)) row.result.textContent = statusWords(stateOf(sources, row));
  const unknown = rows.filter(row => stateOf(sources, row) === 'unknown');
  const unchecked = unknown.length > 0 ? ` ${countOf(unknown.length, 'version')} couldn’t be checked.` : '';
  if (missing.length === 0) {
    sum.textContent = unchecked ? `Nothing is known to be missing.${unchecked}` : 'All of it is in your vault already.';
    return [];
  }
  const [freeSpace, ...sizes] = await Promise.all([
    sources.client.freeSpace(),
    ...missing.map(row => showSize(sources, row)),
  ]);
  const known = sizes.filter(size => size !== undefined);
  const neededKb = known.reduce((total, size) => total + size, 0);
  const least = known.length < missing.length ? ' at least' : '';
  const count = countOf(missing.length, 'version');
  const need = `${count} not in your vault, ${formatKb(neededKb)}${least} together.${unchecked}`;
  if (!freeSpace.ok) sum.textContent = `${need} ${describeProblem(freeSpace.problem).what}`;
  else {
    const free = formatKb(freeSpace.value.freeKb);
    const fits = neededKb <= freeSpace.value.freeKb;
    sum.textContent = fits ? `${need} ${free} is free.` : `${need} Only ${free} is free: not all of it will fit.`;
  }
  return missing;
}

async function showSize(sources: ActionSources, { ingredient, words, result }: Row): Promise<number | undefined> {
  const { versionId } = ingredient;
  await sources.lookUps.version(versionId);
  const { sizeKb, versionName } = namingOf(sources, { target: { versionId }, name: ingredient.name });
  if (versionName) words.after(createName('span', 'which', versionName));
  result.textContent = sizeKb === undefined ? 'Size not known' : formatKb(sizeKb);
  return sizeKb;
}

async function addAll(
  sources: ActionSources,
  missing: readonly Row[],
  sum: HTMLElement,
  session: string,
): Promise<void> {
  let added = 0;
  for (const { ingredient, result } of missing) {
    const { versionId, name } = ingredient;
    result.textContent = 'Adding…';
    const naming = namingOf(sources, { target: { versionId }, name }, versionId);
    const problem = await sources.intents.add(naming, versionId, { isQuiet: true, session });
    if (!problem) added += 1;
    result.textContent = problem ? describeProblem(problem).what : 'In your vault';
    result.toggleAttribute('data-bad', problem !== undefined);
  }
  sum.textContent = `${added} of ${countOf(missing.length, 'version')} ${added === 1 ? 'is' : 'are'} in your vault now.`;
}
