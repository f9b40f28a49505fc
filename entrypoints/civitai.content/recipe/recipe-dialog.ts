import { createName, createPart } from '@/entrypoints/civitai.content/dom/host';
import { openModal } from '@/entrypoints/civitai.content/dom/modal';
import { createHost } from '@/entrypoints/civitai.content/dom/on-demand-host';
import type { Ingredient } from '@/entrypoints/civitai.content/surfaces/recipe-list';
import { type ActionParts, factOf, namingOf } from '@/entrypoints/civitai.content/views/marked-link';
import { sessionOf } from '@/utils/account/account';
import { countOf, formatKb } from '@/utils/sentences/format';
import { describeProblem } from '@/utils/sentences/sentences';
import { statusWords } from '@/utils/sentences/state-words';
import type { VaultState } from '@/utils/vault/membership';

type Row = { ingredient: Ingredient; words: HTMLElement; result: HTMLElement };

/**
 * Shows what an image was made with: each version's state and size, what all that is missing needs together against the room that is
 * left; and adds it, one after the other, with a result for each. `checked`: all of it has been asked about, and until then nothing is
 * said to be missing. Resolves when it is closed.
 */
export async function askRecipe(
  know: ActionParts,
  ingredients: readonly Ingredient[],
  checked: Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { host, root } = createHost('dialog');
  const session = sessionOf(know.client.connection()) ?? '';
  const title = createPart('h2', 'title', 'Vault all of these?');
  const list = createPart('ul', 'recipe');
  const sum = createPart('p', 'risk', 'Looking up sizes and free room…');
  const close = createPart('button', 'later', 'Not now');
  const add = createPart('button', 'add', 'Add');
  sum.setAttribute('aria-live', 'polite');
  add.disabled = true;
  const rows = ingredients.map(ingredient => {
    const item = document.createElement('li');
    const words = createName('span', 'name', ingredient.name);
    const result = createPart('span', 'result', '…');
    item.append(words, result);
    list.append(item);
    return { ingredient, words, result };
  });
  const closed = openModal(host, root, { title, body: [list, sum], actions: [close, add], signal });

  await checked;
  const missing = await weigh(know, rows, sum);
  if (missing.length === 0 || signal.aborted) return closed;
  add.textContent = `Add ${missing.length}`;
  add.disabled = false;
  add.addEventListener('click', event => {
    if (!event.isTrusted || add.disabled) return;
    add.disabled = true;
    close.textContent = 'Close';
    void addAll(know, missing, sum, session);
  });
  return closed;
}

function stateOf(know: ActionParts, { ingredient }: Row): VaultState {
  return factOf(know, ingredient.versionId)?.state ?? 'unknown';
}

/** Writes the sizes, and says what is missing and whether there is room for it. Returns what is missing. */
async function weigh(know: ActionParts, rows: readonly Row[], sum: HTMLElement): Promise<Row[]> {
  const missing = rows.filter(row => stateOf(know, row) === 'out');
  for (const row of rows) if (!missing.includes(row)) row.result.textContent = statusWords(stateOf(know, row));
  const unsure = rows.filter(row => stateOf(know, row) === 'unknown');
  const doubt = unsure.length > 0 ? ` ${countOf(unsure.length, 'version')} couldn’t be checked.` : '';
  if (missing.length === 0) {
    sum.textContent = doubt ? `Nothing is known to be missing.${doubt}` : 'All of it is in your vault already.';
    return [];
  }
  const [room, ...sizes] = await Promise.all([know.client.freeSpace(), ...missing.map(row => sizeOf(know, row))]);
  const known = sizes.filter(size => size !== undefined);
  const needed = known.reduce((total, size) => total + size, 0);
  const least = known.length < missing.length ? ' at least' : '';
  const need = `${countOf(missing.length, 'version')} not in your vault, ${formatKb(needed)}${least} together.${doubt}`;
  if (!room.ok) sum.textContent = `${need} ${describeProblem(room.problem).what}`;
  else if (needed <= room.value.freeKb) sum.textContent = `${need} ${formatKb(room.value.freeKb)} is free.`;
  else sum.textContent = `${need} Only ${formatKb(room.value.freeKb)} is free: not all of it will fit.`;
  return missing;
}

async function sizeOf(know: ActionParts, { ingredient, words, result }: Row): Promise<number | undefined> {
  const { versionId } = ingredient;
  await know.lookUps.version(versionId);
  const { sizeKb, versionName } = namingOf(know, { target: { versionId }, name: ingredient.name });
  if (versionName) words.after(createName('span', 'which', versionName));
  result.textContent = sizeKb === undefined ? 'Size not known' : formatKb(sizeKb);
  return sizeKb;
}

async function addAll(know: ActionParts, missing: readonly Row[], sum: HTMLElement, session: string): Promise<void> {
  let added = 0;
  for (const { ingredient, result } of missing) {
    const { versionId, name } = ingredient;
    result.textContent = 'Adding…';
    const { versionName = name, ...naming } = namingOf(know, { target: { versionId }, name }, versionId);
    const problem = await know.intents.add({ ...naming, versionName }, versionId, { isQuiet: true, session });
    if (!problem) added += 1;
    result.textContent = problem ? describeProblem(problem).what : 'In your vault';
    result.toggleAttribute('data-bad', problem !== undefined);
  }
  sum.textContent = `${added} of ${countOf(missing.length, 'version')} ${added === 1 ? 'is' : 'are'} in your vault now.`;
}
