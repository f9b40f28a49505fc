import type { ActionSources } from '@/entrypoints/civitai.content/actions/intents';
import { createModalSheet, openModal } from '@/entrypoints/civitai.content/dom/modal';
import { createName, createPart } from '@/entrypoints/civitai.content/dom/parts';
import { watchSteady } from '@/entrypoints/civitai.content/presses/steady';
import type { Ingredient } from '@/entrypoints/civitai.content/surfaces/recipe-list';
import { factOf, namingOf } from '@/entrypoints/civitai.content/views/marked-link';
import { sessionOf } from '@/utils/account/account';
import { describeProblem } from '@/utils/sentences/describe-problem';
import { joinSentences } from '@/utils/sentences/sentences';
import { statusLabel } from '@/utils/sentences/state-labels';
import { formatKb } from '@/utils/texts/format';
import { isolate, t, tn } from '@/utils/texts/texts';
import type { VaultState } from '@/utils/vault/membership';
import recipeDialog from './recipe-dialog.css?inline';

type Row = { ingredient: Ingredient; words: HTMLElement; result: HTMLElement };

/** "Add" has to have been seen for this long. */
const ADD_AFTER_MS = 200;

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
  const title = createPart('h2', 'title', t('recipe.title'));
  const list = createPart('ul', 'recipe');
  const sum = createPart('p', 'risk', t('recipe.looking-up'));
  const close = createPart('button', 'later', t('recipe.later'));
  const add = createPart('button', 'add', t('recipe.add'));
  sum.setAttribute('aria-live', 'polite');
  add.disabled = true;
  const rows = ingredients.map(createRow);
  list.append(...rows.map(({ item }) => item));
  const closed = openModal({ title, body: [list, sum], actions: [close, add] }, sheet, signal);

  await checked;
  const missing = await showMissing(sources, rows, sum);
  if (missing.length === 0 || signal.aborted) return closed;
  add.textContent = t('recipe.add-count', { count: missing.length });
  add.disabled = false;
  const steady = watchSteady(add, ADD_AFTER_MS, closed);
  add.addEventListener('click', async event => {
    if (!event.isTrusted || add.disabled) return;
    add.disabled = true;
    if (await steady.isMeant()) {
      close.textContent = t('action.close');
      void addAll(sources, missing, sum, session);
    } else {
      const again = joinSentences(t('press-again.what'), t('press-again.next'));
      sum.textContent = again;
      // The page has taken the dialog away: its words are not seen there.
      if (!add.isConnected) sources.intents.say(again);
      add.disabled = false;
    }
  });
  return closed;
}

function createRow(ingredient: Ingredient): Row & { item: HTMLElement } {
  const item = document.createElement('li');
  const words = createName('span', 'name', ingredient.name);
  const result = createPart('span', 'result', t('recipe.waiting'));
  item.append(words, result);
  return { item, ingredient, words, result };
}

function stateOf(sources: ActionSources, { ingredient }: Row): VaultState {
  return factOf(sources, ingredient.versionId)?.state ?? 'unknown';
}

/** Shows the sizes, what is missing, and whether it fits into the free space. Returns what is missing. */
async function showMissing(sources: ActionSources, rows: readonly Row[], sum: HTMLElement): Promise<Row[]> {
  const missing = rows.filter(row => stateOf(sources, row) === 'out');
  for (const row of rows) if (!missing.includes(row)) row.result.textContent = statusLabel(stateOf(sources, row));
  const unknown = rows.filter(row => stateOf(sources, row) === 'unknown');
  const unchecked = unknown.length > 0 ? tn('recipe.unchecked', unknown.length) : '';
  if (missing.length === 0) {
    sum.textContent = unchecked ? joinSentences(t('recipe.none-known'), unchecked) : t('recipe.none');
    return [];
  }
  const [freeSpace, ...sizes] = await Promise.all([
    sources.client.freeSpace(),
    ...missing.map(row => showSize(sources, row)),
  ]);
  const known = sizes.filter(size => size !== undefined);
  const neededKb = known.reduce((total, size) => total + size, 0);
  const space = freeSpace.ok
    ? describeSpace(neededKb, freeSpace.value.freeKb)
    : describeProblem(freeSpace.problem).what;
  sum.textContent = joinSentences(describeNeed(missing.length, known.length, neededKb), unchecked, space);
  return missing;
}

/** What the missing versions need together; `known`: of how many the size is known. */
function describeNeed(missing: number, known: number, neededKb: number): string {
  if (known === 0) return tn('recipe.need-unknown', missing);
  return tn(known < missing ? 'recipe.need-least' : 'recipe.need', missing, { size: formatKb(neededKb) });
}

function describeSpace(neededKb: number, freeKb: number): string {
  return t(neededKb <= freeKb ? 'recipe.fits' : 'recipe.too-much', { size: formatKb(freeKb) });
}

async function showSize(sources: ActionSources, { ingredient, words, result }: Row): Promise<number | undefined> {
  const { versionId } = ingredient;
  await sources.lookUps.version(versionId);
  const { sizeKb, versionName } = namingOf(sources, { target: { versionId }, name: ingredient.name });
  if (versionName) words.after(createPart('span', 'which', isolate(versionName)));
  // A figure that stands alone would be turned round between right-to-left words.
  result.textContent = sizeKb === undefined ? t('recipe.size-unknown') : isolate(formatKb(sizeKb));
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
    result.textContent = t('activity.in.sending');
    const naming = namingOf(sources, { target: { versionId }, name }, versionId);
    const problem = await sources.intents.add(naming, versionId, { isOfList: true, session });
    if (!problem) added += 1;
    result.textContent = problem ? describeProblem(problem).what : t('history.in.done');
    result.toggleAttribute('data-bad', problem !== undefined);
  }
  sum.textContent = tn('recipe.end', added, { total: missing.length });
}
