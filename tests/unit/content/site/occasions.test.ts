// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { watchOccasions } from '@/entrypoints/civitai.content/site/occasions';

afterEach(() => vi.useRealTimers());

it('marks are drawn anew as they grow older, in a visible tab, until the end', () => {
  vi.useFakeTimers();
  const ending = new AbortController();
  const redraw = vi.fn();
  const refresh = vi.fn();
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
  watchOccasions({ refresh, redraw }, ending.signal);
  vi.advanceTimersByTime(20 * 60_000);
  expect(redraw).toHaveBeenCalledTimes(2);
  visibility.mockReturnValue('hidden');
  vi.advanceTimersByTime(20 * 60_000);
  expect(redraw).toHaveBeenCalledTimes(2);
  visibility.mockReturnValue('visible');
  ending.abort();
  vi.advanceTimersByTime(20 * 60_000);
  expect([redraw.mock.calls.length, refresh.mock.calls.length]).toEqual([2, 0]);
});
