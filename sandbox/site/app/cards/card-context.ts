import { createContext } from 'react';

/**
 * How the cards below name their model: with the version that fits a filter, or without. `surface` is what tests know the
 * place by (site-facts.md A.0, `useModelVersionRedirect`).
 */
export const CardContext = createContext({ useModelVersionRedirect: false, surface: 'card' });
