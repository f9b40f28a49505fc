// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { control, find, words } from '@/tests/unit/components/mount';

afterEach(() => {
  vi.restoreAllMocks();
});

it('a confirmation that cannot be drawn says so and offers a way out', async () => {
  document.body.innerHTML = '<div id="root"></div>';
  // A size that is no number: what another release has stored may have any shape.
  const question = {
    versionId: 7,
    why: { kind: 'press' },
    expiresAt: Date.now() + 60_000,
    modelName: 'WAI',
    sizeKb: {},
  };
  Object.assign(fakeBrowser.runtime, { sendMessage: async () => question });
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {});
  await act(() => import('@/entrypoints/confirm/main').then(() => undefined));
  const root = find(document, '#root');
  await vi.waitFor(() => expect(words(find(root, '[role=alert]'))).toContain('stopped working'));
  // It may have been confirmed before: the page only knows where that stands.
  expect(words(root)).toMatch(/If you had already confirmed the removal, the history.*shows what came of it\. Load/);
  expect(words(root)).not.toContain('hasn’t changed');
  await act(async () => control(root, 'Load it again').click());
  expect(reload).toHaveBeenCalledOnce();
});
