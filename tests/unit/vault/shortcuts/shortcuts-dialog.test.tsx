// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { ShortcutsDialog } from '@/entrypoints/vault/shortcuts/shortcuts-dialog';
import { click, find, mount, words } from '@/tests/unit/components/mount';

it('shows the browser’s keys as they are now, and leads to where they are changed', async () => {
  const host = {
    readCommands: async () => [
      { name: 'toggle' as const, keys: 'Ctrl+Shift+U' },
      { name: 'open' as const, keys: '' },
    ],
    changeCommands: vi.fn(async () => undefined),
  };
  const root = await mount(<ShortcutsDialog host={host} onClose={() => undefined} />);
  await act(async () => {});
  const rows = [...root.querySelectorAll('section dl > div')].map(row => words(row));
  expect(rows).toEqual([expect.stringContaining('Ctrl+Shift+U'), expect.stringContaining('not set')]);
  await click(find(root, 'section button'));
  expect(host.changeCommands).toHaveBeenCalledTimes(1);
});

it('says nothing of them where the browser has none', async () => {
  const host = { readCommands: async () => [], changeCommands: async () => undefined };
  const root = await mount(<ShortcutsDialog host={host} onClose={() => undefined} />);
  await act(async () => {});
  expect(root.querySelector('section')).toBeNull();
});
