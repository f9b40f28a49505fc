import type { Text } from './reads.ts';

/** Of a version that is in the vault twice. */
export const OF_TWICE = {
  panel: ['x'],
  asked: ['x'],
  section: ['x'],
  judged: ['x'],
} satisfies Record<string, Text>;

/** Of the vault page. */
export const OF_VAULT_PAGE = {
  halfDone: ['x'],
  newer: ['heading “Newer version out”', 'status “”', 'button “Add the new one, then remove this one”'],
  sure: [
    'heading “Newer version out”',
    /^status “Adds the new version\. .+ is removed only once the new one is certainly in your vault\.”$/,
    'button “Add it, then remove this one”',
    'button “Cancel” [focused]',
  ],
  cancelled: ['heading “Newer version out”', 'status “”', 'button “Add the new one, then remove this one” [focused]'],
  overLimit: ['x'],
} satisfies Record<string, Text>;

/** Of the popup. */
export const OF_POPUP = {
  overLimit: ['x'],
  settings: ['x'],
  report: ['x'],
  severalKeys: ['x'],
  wrongKey: ['x'],
} satisfies Record<string, Text>;
