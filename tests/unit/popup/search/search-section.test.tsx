// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { SearchSection } from '@/entrypoints/popup/search/search-section';
import { find, mount, words } from '@/tests/unit/components/mount';
import { createHost, knownItem, NOW, snapshotWith, summaryWith } from '@/tests/unit/popup/host/fake-host';
import type { CachedItems } from '@/utils/messages/protocol';

const items = Array.from({ length: 20 }, (_, n) => knownItem(n + 1, { modelName: `Fox ${n + 1}` }));
const known: CachedItems = { session: 'session-1', items, facts: [], status: { kind: 'synced', at: NOW } };

async function open(answer: CachedItems | undefined = known) {
  const { host } = createHost(snapshotWith());
  host.readItems.mockResolvedValue(answer);
  const root = await mount(<SearchSection host={host} summary={summaryWith()} />);
  return { host, root, field: find<HTMLInputElement>(root, 'input') };
}

async function type(field: HTMLInputElement, text: string) {
  await act(async () => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  for (let round = 0; round < 3; round += 1) {
    await vi.dynamicImportSettled();
    await act(async () => void (await Promise.resolve()));
  }
}

async function press(element: Element, key: string) {
  await act(
    async () => void element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
  );
}

describe('SearchSection', () => {
  it('shows the last additions, and reads nothing before the first search', async () => {
    const { root, host } = await open();
    expect(words(root)).toContain('Recently added');
    expect(root.querySelectorAll('li')).toHaveLength(2);
    expect(words(root)).toContain('Added a moment ago');
    expect(host.readItems).not.toHaveBeenCalled();
  });

  it('finds as one types, shows eight and leads to the rest', async () => {
    const { root, host, field } = await open();
    await type(field, 'fox');
    expect(words(find(root, '[role=status]'))).toBe('20 versions found');
    expect(root.querySelectorAll('li')).toHaveLength(8);
    expect(find(root, '.search-head a').getAttribute('href')).toBe('/vault.html?query=fox');
    await type(field, 'fox 20');
    expect(words(find(root, '[role=status]'))).toBe('1 version found');
    expect(find(root, 'li a').getAttribute('href')).toBe('https://civitai.com/models/1010?modelVersionId=10020');
    expect(host.readItems).toHaveBeenCalledTimes(1);
  });

  it('moves through field and results by arrow keys, and Escape empties the field', async () => {
    const { root, field } = await open();
    await type(field, 'fox');
    field.focus();
    await press(field, 'ArrowDown');
    expect(document.activeElement).toBe(root.querySelector('li a'));
    await press(find(root, 'li a'), 'ArrowUp');
    expect(document.activeElement).toBe(field);
    await press(field, 'Escape');
    await vi.waitFor(() => expect(field.value).toBe(''));
    expect(words(root)).toContain('Recently added');
  });

  it('says what it could search', async () => {
    const partial = await open({ ...known, status: { kind: 'syncing', done: 20, total: 100 } });
    await type(partial.field, 'fox 20');
    expect(words(partial.root)).toContain('1 version found in what has been read so far');
    await type(partial.field, 'zebra');
    expect(words(partial.root)).toContain('Nothing found in what has been read so far');
  });

  it('shows the failure without an answer, and nothing of another account', async () => {
    const other = await open({ ...known, session: 'another' });
    await type(other.field, 'fox');
    expect(words(other.root)).toContain('couldn’t be searched');
    expect(other.root.querySelectorAll('li')).toHaveLength(0);
  });
});
