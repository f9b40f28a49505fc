import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { firstFigures } from '@/entrypoints/popup/contents/first-figures';
import { App } from '@/entrypoints/popup/screens/app';
import { find, mount } from '@/tests/unit/components/mount';
import type { createHost } from '@/tests/unit/popup/host/fake-host';

type World = ReturnType<typeof createHost>;

export async function open(world: World, isTab = false): Promise<HTMLElement> {
  const figures = await firstFigures(world.host);
  const root = await mount(<App host={world.host} isTab={isTab} figures={figures} />);
  await settle();
  return root;
}

/** Lets every promise that is already settled have its effect, and everything be loaded that is wanted now. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await act(async () => {
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    });
    await vi.dynamicImportSettled();
  }
}

export async function enterKey(root: HTMLElement, key: string): Promise<void> {
  find<HTMLInputElement>(root, 'input').value = key;
  await act(async () => find<HTMLFormElement>(root, 'form').requestSubmit());
  await settle();
}
