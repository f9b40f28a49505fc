import type { ActionSources } from '@/entrypoints/civitai.content/actions/intents';
import type { Finding } from '@/entrypoints/civitai.content/site/finder';
import { ingredientsOf, recipeListOf, unfoldRecipe } from '@/entrypoints/civitai.content/surfaces/recipe-list';
import { factOf } from '@/entrypoints/civitai.content/views/marked-link';
import type { VersionId } from '@/utils/civitai/ids';
import { isCutOff } from '@/utils/texts/template';
import { isInVault } from '@/utils/vault/membership';
import { createRecipeButton } from './recipe-button';
import { openRecipeDialog } from './recipe-dialog';

type Recipes = { linksChanged(finding: Finding): void; update(): void };

/** One ingredient has its own mark already. */
const FEWEST = 2;

type RecipesState = {
  readonly sources: ActionSources;
  readonly signal: AbortSignal;
  /** The button beside each list. */
  readonly buttons: Map<HTMLElement, HTMLElement>;
  /** Dialogs that wait for the state of their versions. */
  readonly waiting: Set<() => void>;
};

/** Keeps a button "Add all" beside every list of what an image was made with. */
export function createRecipes(sources: ActionSources, signal: AbortSignal): Recipes {
  const state: RecipesState = { sources, signal, buttons: new Map(), waiting: new Set() };
  const { buttons } = state;
  const clear = (): void => {
    for (const list of [...buttons.keys()]) removeButton(state, list);
  };
  signal.addEventListener('abort', clear, { once: true });
  return {
    update: () => update(state),
    linksChanged({ links }) {
      if (isCutOff()) return;
      const lists = new Set(links.flatMap(link => (link.isConnected ? (recipeListOf(link) ?? []) : [])));
      for (const list of lists) {
        if (buttons.get(list)?.parentElement === list || ingredientsOf(list).length < FEWEST) continue;
        removeButton(state, list);
        addButton(state, list);
      }
      if (links.length > 0) update(state);
    },
  };
}

function update({ sources, buttons, waiting }: RecipesState): void {
  for (const check of waiting) check();
  const { client } = sources;
  const isShown = client.connection()?.kind === 'signed-in' && !client.settings().hidden.includes('resources');
  for (const [list, button] of buttons) {
    if (!list.isConnected) buttons.delete(list);
    const isMissing = ({ versionId }: { versionId: VersionId }): boolean =>
      !isInVault(factOf(sources, versionId)?.state ?? 'unknown');
    button.hidden = !isShown || !ingredientsOf(list).some(isMissing);
  }
}

function addButton(state: RecipesState, list: HTMLElement): void {
  const button = createRecipeButton(() => {
    unfoldRecipe(list);
    // React shows the rest in the next frame at the latest.
    requestAnimationFrame(() => requestAnimationFrame(() => open(state, list)));
  });
  list.dataset.vaultedHost = '';
  list.append(button);
  state.buttons.set(list, button);
}

function removeButton({ buttons }: RecipesState, list: HTMLElement): void {
  buttons.get(list)?.remove();
  buttons.delete(list);
  delete list.dataset.vaultedHost;
}

function open(state: RecipesState, list: HTMLElement): void {
  const ingredients = ingredientsOf(list);
  const checked = whenChecked(
    state,
    ingredients.map(({ versionId }) => versionId),
  );
  void openRecipeDialog(state.sources, ingredients, checked, state.signal);
}

/** Resolves once the state of each version is known, or why it can't be. */
function whenChecked({ sources, waiting }: RecipesState, ids: readonly VersionId[]): Promise<void> {
  const { client } = sources;
  const isOpen = (id: VersionId): boolean =>
    (factOf(sources, id)?.state ?? 'unknown') === 'unknown' && !client.problem(id);
  client.requestVersions(ids);
  return new Promise(resolve => {
    const check = (): void => {
      if (ids.some(isOpen)) return;
      waiting.delete(check);
      resolve();
    };
    waiting.add(check);
    check();
  });
}
