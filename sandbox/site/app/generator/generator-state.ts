import type { CardData, ResourceData } from '@/sandbox/site/app/data/model.ts';
import { createCell, useCell } from '@/sandbox/site/app/live/emitter.ts';

type Generator = {
  isOpen: boolean;
  isPicking: boolean;
  selected: ResourceData[];
};

const state = createCell<Generator>({ isOpen: false, isPicking: false, selected: [] });

/** The generator beside the page. Opening it, or the picker, never changes the address (site-facts.md TRAP 9). */
export function useGenerator(): Generator {
  return useCell(state);
}

function resourceOf(card: CardData): ResourceData {
  const { id, name, type, version } = card;
  return {
    ...{ modelId: id, modelName: name, modelType: type },
    ...{ versionId: version.id, versionName: version.name, baseModel: version.baseModel },
  };
}

/** Opens the panel; with the card's version among what is selected. */
export function openGenerator(card?: CardData): void {
  const before = state.get();
  state.set({ ...before, isOpen: true });
  if (card) selectResource(resourceOf(card));
}

export function closeGenerator(): void {
  state.set({ ...state.get(), isOpen: false });
}

export function setPicking(isPicking: boolean): void {
  state.set({ ...state.get(), isPicking });
}

/** Takes a version into what will be generated with; one version a model. */
export function selectResource(resource: ResourceData): void {
  const { selected, ...rest } = state.get();
  const others = selected.filter(({ modelId }) => modelId !== resource.modelId);
  state.set({ ...rest, selected: [...others, resource] });
}

export function removeResource(versionId: number): void {
  const { selected, ...rest } = state.get();
  state.set({ ...rest, selected: selected.filter(each => each.versionId !== versionId) });
}
