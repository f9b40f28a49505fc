import type { Client } from './client';
import { createLookUps } from './look-ups';
import { createMenu } from './menu';
import { createPageMarks, type PageMarks } from './page-marks';
import { createPress } from './press';
import { createRecipes } from './recipe';
import { watchTextLinks } from './text-popover';
import type { Wishes } from './wishes';

type Parts = { client: Client; wishes: Wishes; worn(): void };

/** Marks wherever models are shown, with what they open. `update` draws all of it. */
export function createAllSurfaces({ client, wishes, worn }: Parts, signal: AbortSignal): PageMarks {
  const update = (): void => {
    marks.update();
    recipes.update();
    menu.update();
  };
  const know = { client, wishes, lookUps: createLookUps(client, update) };
  const press = createPress(know, signal);
  const menu = createMenu(know, press, signal);
  const marks = createPageMarks(know, press, {
    openMenu: (marked, opener) => menu.open(marked, opener, { focus: true }),
    worn,
  });
  const recipes = createRecipes(know, signal);
  watchTextLinks(marks.textAt, menu, signal);
  signal.addEventListener('abort', marks.clear, { once: true });
  return {
    ...marks,
    update,
    meet(finding) {
      marks.meet(finding);
      recipes.meet(finding);
    },
  };
}
