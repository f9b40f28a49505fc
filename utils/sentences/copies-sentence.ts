import { formatKb } from './format';

/** "Twice in your vault: 9.1 GB instead of 4.6 GB." Sizes are KB; `oneKb`: a single copy. */
export function describeCopies(copies: number, totalKb: number, oneKb: number): string {
  const often = copies === 2 ? 'Twice' : `${copies} times`;
  return `${often} in your vault: ${formatKb(totalKb)} instead of ${formatKb(oneKb)}.`;
}
