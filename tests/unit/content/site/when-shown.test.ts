// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { whenShown } from '@/entrypoints/civitai.content/site/when-shown';

afterEach(() => Reflect.deleteProperty(document, 'prerendering'));

const start = () => {
  const ending = new AbortController();
  const shown = vi.fn();
  void whenShown(ending.signal).then(shown);
  return { ending, shown };
};
const runInAdvance = () => Object.defineProperty(document, 'prerendering', { value: true, configurable: true });

it('resolves at once on an open page', async () => {
  const { shown } = start();
  await vi.waitFor(() => expect(shown).toHaveBeenCalled());
});

it('waits until a page that runs in advance is opened', async () => {
  runInAdvance();
  const { shown } = start();
  await Promise.resolve();
  expect(shown).not.toHaveBeenCalled();
  document.dispatchEvent(new Event('prerenderingchange'));
  await vi.waitFor(() => expect(shown).toHaveBeenCalled());
});

it('never resolves after the end', async () => {
  runInAdvance();
  const { ending, shown } = start();
  ending.abort();
  document.dispatchEvent(new Event('prerenderingchange'));
  await Promise.resolve();
  expect(shown).not.toHaveBeenCalled();
});
