import { createPart } from '@/entrypoints/civitai.content/dom/host';
import { createIcon } from '@/entrypoints/civitai.content/dom/icons';
import { createHost } from '@/entrypoints/civitai.content/dom/on-demand-host';
import type { Finding } from '@/entrypoints/civitai.content/site/finder';
import { ingredientsOf, recipeListOf, unfoldRecipe } from '@/entrypoints/civitai.content/surfaces/recipe-list';
import { type ActionParts, factOf } from '@/entrypoints/civitai.content/views/marked-link';
import type { VersionId } from '@/utils/civitai/ids';
import { isInVault } from '@/utils/vault/membership';
import { askRecipe } from './recipe-dialog';

export type Recipes = { meet(finding: Finding): void; update(): void };

/** One ingredient is its own button already. */
const FEWEST = 2;

/** "Vault all of these" beside every list of what an image was made with. */
export function createRecipes(know: ActionParts, signal: AbortSignal): Recipes {
  const drawn = new Map<HTMLElement, HTMLElement>();
  const waiting = new Set<() => void>();

  /** Resolves once each is known, or why it cannot be. */
  const whenChecked = (ids: readonly VersionId[]): Promise<void> => {
    const isOpen = (id: VersionId): boolean => (factOf(know, id)?.state ?? 'unknown') === 'unknown';
    know.client.ask(ids);
    return new Promise(resolve => {
      const look = (): void => {
        if (ids.some(id => isOpen(id) && !know.client.problem(id))) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  };
  const open = (list: HTMLElement): void => {
    const ingredients = ingredientsOf(list);
    void askRecipe(know, ingredients, whenChecked(ingredients.map(({ versionId }) => versionId)), signal);
  };

  const start = (list: HTMLElement): void => {
    unfoldRecipe(list);
    // React shows the rest in the next frame at the latest.
    requestAnimationFrame(() => requestAnimationFrame(() => open(list)));
  };
  const attach = (list: HTMLElement): void => {
    const host = createRecipeButton(() => start(list));
    list.dataset.vaultedHost = '';
    list.append(host);
    drawn.set(list, host);
  };
  const remove = (list: HTMLElement): void => {
    drawn.get(list)?.remove();
    drawn.delete(list);
    delete list.dataset.vaultedHost;
  };
  const update = (): void => {
    for (const look of waiting) look();
    const { client } = know;
    const isShown = client.connection()?.kind === 'signed-in' && !client.settings().hidden.includes('resources');
    for (const [list, host] of drawn) {
      if (!list.isConnected) drawn.delete(list);
      const missing = ingredientsOf(list).filter(
        ({ versionId }) => !isInVault(factOf(know, versionId)?.state ?? 'unknown'),
      );
      host.hidden = !isShown || missing.length === 0;
    }
  };
  signal.addEventListener('abort', () => [...drawn.keys()].forEach(remove), { once: true });
  return {
    update,
    meet({ links }) {
      const lists = new Set(links.flatMap(link => (link.isConnected ? (recipeListOf(link) ?? []) : [])));
      for (const list of lists) {
        if (drawn.get(list)?.parentElement === list || ingredientsOf(list).length < FEWEST) continue;
        remove(list);
        attach(list);
      }
      if (links.length > 0) update();
    },
  };
}

function createRecipeButton(press: () => void): HTMLElement {
  const { host, root } = createHost('recipe');
  const button = createPart('button', 'button');
  button.type = 'button';
  button.append(createIcon('out'), createPart('span', 'label', 'Vault all of these'));
  button.addEventListener('click', event => {
    event.preventDefault();
    event.stopPropagation();
    if (event.isTrusted) press();
  });
  root.append(button);
  return host;
}
