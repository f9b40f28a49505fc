import type { Place, Surface } from './surface';
import { SURFACES } from './table';

/** The row of the table that a link belongs to, with the place of its mark if it gets one of its own. */
export type SurfaceMatch = { surface: Surface; place: Place | undefined };

/** Looks a link up in the table. `undefined`: it gets no mark. */
export function findSurface(link: HTMLAnchorElement): SurfaceMatch | undefined {
  for (const surface of SURFACES) {
    if (!link.matches(surface.link)) continue;
    if (surface.kind === 'never') return undefined;
    if (!('place' in surface)) return { surface, place: undefined };
    const place = surface.place(link);
    if (place || surface.kind === 'unknown-place') return { surface, place };
  }
  return undefined;
}
