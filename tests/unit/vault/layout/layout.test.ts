// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadLayout, readLayout, saveLayout } from '@/entrypoints/vault/layout/layout';

beforeEach(() => localStorage.clear());

describe('a layout', () => {
  it.each([undefined, null, 'compact', [], {}, { density: 'tiny', hidden: 'type' }])(
    'is the usual one for %j',
    stored => {
      expect(readLayout(stored)).toEqual({ density: 'roomy', hidden: [] });
    },
  );

  it('keeps what it knows, and leaves out what it does not', () => {
    const stored = { density: 'compact', hidden: ['model', 'type', 'colour', 'created'] };
    expect(readLayout(stored)).toEqual({ density: 'compact', hidden: ['created', 'type'] });
  });

  it('comes back as it was stored', () => {
    saveLayout({ density: 'compact', hidden: ['creator'] });
    expect(loadLayout()).toEqual({ density: 'compact', hidden: ['creator'] });
  });

  it('is the usual one where the browser refuses storage or holds something else', () => {
    localStorage.setItem('vaulted-layout', '{');
    expect(loadLayout().density).toBe('roomy');
    const refusing = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('refused');
    });
    expect(() => saveLayout({ density: 'compact', hidden: [] })).not.toThrow();
    refusing.mockRestore();
  });
});
