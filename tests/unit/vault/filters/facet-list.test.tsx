// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { FacetList } from '@/entrypoints/vault/filters/facet-list';
import { mount } from '@/tests/unit/components/mount';

it('lists what is there now first, and what no item here has last', async () => {
  const counts = [
    { value: 'Gone', count: 0, total: 90 },
    { value: 'LoRA', count: 3, total: 40 },
    { value: 'Upscaler', count: 12, total: 12 },
    { value: 'Checkpoint', count: 3, total: 50 },
  ];
  const root = await mount(
    <FacetList title="Type" counts={counts} chosen={[]} labelOf={value => value} onToggle={vi.fn()} />,
  );
  const names = [...root.querySelectorAll('.facet-name')].map(name => name.textContent);
  expect(names).toEqual(['Upscaler', 'Checkpoint', 'LoRA', 'Gone']);
});
