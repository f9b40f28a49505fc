// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { ErrorBoundary } from '@/components/error-boundary';
import { click, control, find, mount, words } from './mount';

function Broken({ isBroken }: { isBroken: boolean }) {
  if (isBroken) throw new Error('a figure of another shape');
  return <p>fine</p>;
}

it('a page that cannot be drawn says so and offers a way out', async () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => {});
  const root = await mount(
    <ErrorBoundary>
      <Broken isBroken />
    </ErrorBoundary>,
  );
  expect(words(find(root, '[role=alert]'))).toContain('stopped working.Load the page again');
  // What the page had asked for may have been done.
  expect(words(root)).not.toContain('vault');
  await click(control(root, 'Load it again'));
  expect(reload).toHaveBeenCalledOnce();
  reload.mockRestore();
});

it('any other page is as it is', async () => {
  const root = await mount(
    <ErrorBoundary>
      <Broken isBroken={false} />
    </ErrorBoundary>,
  );
  expect(words(root)).toBe('fine');
});
