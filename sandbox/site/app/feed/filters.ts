import { createCell, useCell } from '@/sandbox/site/app/live/emitter.ts';

export const SORTS = ['Highest Rated', 'Most Downloaded', 'Newest'];

export const FILTER_BASE_MODELS = ['Illustrious', 'SDXL 1.0', 'Flux.1 D', 'Pony', 'SD 1.5', 'NoobAI'];

type Filters = { sort: string; baseModel: string | undefined };

const filters = createCell<Filters>({ sort: 'Highest Rated', baseModel: undefined });

/** What the member has set for lists of models; kept while the document lives, never in the address. */
export function useFilters(): Filters {
  return useCell(filters);
}

export function setFilters(changes: Partial<Filters>): void {
  filters.set({ ...filters.get(), ...changes });
}
