import { render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { App } from '@/entrypoints/vault/page/app';
import { find, mount, words } from '@/tests/unit/components/mount';
import { itemWith } from '@/tests/unit/utils/vault-view/items';
import type { createHost } from '@/tests/unit/vault/fake-host';

export const items = [1, 2, 3].map(n => itemWith(n, { modelName: `Model ${['Ash', 'Birch', 'Cedar'][n - 1]}` }));

/** Takes the page down: its timers must not outlive the document that they write to. */
export async function closePage(): Promise<void> {
  vi.useRealTimers();
  const root = document.getElementById('root');
  if (root) await act(() => render(null, root));
}

/** Lets every promise that is already settled have its effect. */
export function settle(): Promise<void> {
  return act(async () => {
    for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
  });
}

export async function open(world: ReturnType<typeof createHost>): Promise<HTMLElement> {
  const root = await mount(<App host={world.host} />);
  await settle();
  return root;
}

export const names = (root: HTMLElement) => [...root.querySelectorAll('.model-name')].map(words);

export async function type(root: HTMLElement, text: string): Promise<void> {
  const field = find<HTMLInputElement>(root, 'input[type="search"]');
  field.value = text;
  await act(async () => void field.dispatchEvent(new Event('input', { bubbles: true })));
}
