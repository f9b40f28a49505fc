/** Places that a user may or may not want marked. Every surface of the content script's table belongs to one of them. */
export const PLACES = ['cards', 'resources', 'generator', 'text'] as const;
export type PlaceName = (typeof PLACES)[number];

/** What the user has chosen. */
export type Settings = {
  /** Places that get no marks. */
  hidden: PlaceName[];
  /** Whether "add" is always in sight, or on hover and focus. */
  add: 'hover' | 'always';
  /** Whether marks say in words what they show. */
  look: 'compact' | 'labelled';
};

/** What a designer would choose: what I have is quiet and clear, what I don't have does not shout. */
export const DEFAULT_SETTINGS: Settings = { hidden: [], add: 'hover', look: 'compact' };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Reads settings of whatever age; what is missing or not understood is the default. */
export function readSettings(stored: unknown): Settings {
  if (!isRecord(stored)) return DEFAULT_SETTINGS;
  const hidden = Array.isArray(stored.hidden) ? stored.hidden : [];
  return {
    hidden: PLACES.filter(place => hidden.includes(place)),
    add: stored.add === 'always' ? 'always' : 'hover',
    look: stored.look === 'labelled' ? 'labelled' : 'compact',
  };
}
