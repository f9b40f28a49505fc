import { isRecord } from '@/utils/is-record';

/** Kinds of places that the user can turn marks off for. Every surface of the content script's table belongs to one. */
export const PLACES = ['cards', 'resources', 'generator', 'text'] as const;
export type PlaceName = (typeof PLACES)[number];

/** The user's choices. The property names are stored: they must stay. */
export type Settings = {
  /** Places that get no marks. */
  hidden: PlaceName[];
  /** Whether the Add button is always shown, or only on hover and focus. */
  add: 'hover' | 'always';
  /** Whether marks show text. */
  look: 'compact' | 'labelled';
  /** Whether the vault is compared with what the site still has. */
  radar: boolean;
};

/** All places, the least ink (marks without text, Add only on hover), and the comparison with the site. */
export const DEFAULT_SETTINGS: Settings = { hidden: [], add: 'hover', look: 'compact', radar: true };

/** Reads settings of any age; a missing or unknown value becomes the default. */
export function readSettings(stored: unknown): Settings {
  if (!isRecord(stored)) return DEFAULT_SETTINGS;
  const hidden = Array.isArray(stored.hidden) ? stored.hidden : [];
  return {
    hidden: PLACES.filter(place => hidden.includes(place)),
    add: stored.add === 'always' ? 'always' : 'hover',
    look: stored.look === 'labelled' ? 'labelled' : 'compact',
    radar: stored.radar !== false,
  };
}
