import { isComposing } from '@/components/is-composing';

/** The page's own shortcuts; those of the grid are in grid-keys.ts. */
export type Shortcut = 'search' | 'help';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'>;

/** The shortcut that a key means. `isTyping`: the key belongs to a text. An input method's keys mean nothing. */
export function readShortcut(event: Key, isTyping: boolean): Shortcut | undefined {
  if (isTyping || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === '/') return 'search';
  return event.key === '?' ? 'help' : undefined;
}

/** The rows of the sheet. */
export const SHEET = [
  'search',
  'help',
  'rows',
  'cells',
  'pages',
  'ends',
  'open',
  'select',
  'range',
  'all',
  'remove',
  'close',
] as const;
