import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLookAround } from '@/entrypoints/civitai.content/look-around';
import type { SyncStatus } from '@/utils/protocol';

const heard = vi.hoisted(() => new Set<(message: unknown, sender: object) => void>());
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'vaulted',
      onMessage: {
        addListener: (listener: (message: unknown, sender: object) => void) => heard.add(listener),
        removeListener: (listener: (message: unknown, sender: object) => void) => heard.delete(listener),
      },
    },
  },
}));

const toast = { say: vi.fn(), warn: vi.fn() };
const expire = vi.fn();
let ending = new AbortController();
beforeEach(() => {
  ending = new AbortController();
  for (const spy of [toast.say, toast.warn, expire]) spy.mockReset();
});
afterEach(() => ending.abort());

const announce = (status: SyncStatus): void => {
  for (const hear of heard) hear({ announce: 'sync', status }, { id: 'vaulted' });
};

it('a press of a mark that doesn’t know has the vault read again, and hears why that came to nothing', () => {
  const lookAround = createLookAround({ expire }, toast, ending.signal);
  announce({ kind: 'failed', problem: { kind: 'blocked' } });
  expect(toast.warn).not.toHaveBeenCalled();
  lookAround();
  expect(expire).toHaveBeenCalledWith(true);
  expect(toast.say).toHaveBeenCalledOnce();
  announce({ kind: 'syncing', done: 0, total: 5 });
  announce({ kind: 'failed', problem: { kind: 'blocked' } });
  announce({ kind: 'failed', problem: { kind: 'blocked' } });
  expect(toast.warn.mock.calls.map(([{ what }]) => what)).toEqual(['Civitai turned this request away.']);
});

it('nothing more is said once the vault is read', () => {
  createLookAround({ expire }, toast, ending.signal)();
  announce({ kind: 'synced', at: 1 });
  announce({ kind: 'failed', problem: { kind: 'offline' } });
  expect(toast.warn).not.toHaveBeenCalled();
});
