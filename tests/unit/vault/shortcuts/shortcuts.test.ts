import { describe, expect, it } from 'vitest';
import { readShortcut } from '@/entrypoints/vault/shortcuts/shortcuts';

const key = (name: string, more: Partial<Parameters<typeof readShortcut>[0]> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
});

describe('readShortcut', () => {
  it('knows the keys of the page', () => {
    expect(readShortcut(key('/'), false)).toBe('search');
    expect(readShortcut(key('?'), false)).toBe('help');
    expect(readShortcut(key('x'), false)).toBeUndefined();
  });

  it.each([[{ ctrlKey: true }], [{ metaKey: true }], [{ altKey: true }], [{ isComposing: true }], [{ keyCode: 229 }]])(
    'leaves %j to the browser or the input method',
    more => {
      expect(readShortcut(key('/', more), false)).toBeUndefined();
    },
  );

  it('leaves a text its letters', () => {
    expect(readShortcut(key('?'), true)).toBeUndefined();
  });
});
