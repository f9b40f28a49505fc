import type { EntrypointGroup } from 'wxt';

/**
 * Builds each page by itself. Pages that are built together share files, and every file more that the popup has to wait for costs it
 * some milliseconds; the package grows by what they have in common.
 */
export function onePageEach(groups: EntrypointGroup[]): void {
  groups.splice(
    0,
    groups.length,
    ...groups.flatMap(group => (Array.isArray(group) ? group.map(page => [page]) : [group])),
  );
}
