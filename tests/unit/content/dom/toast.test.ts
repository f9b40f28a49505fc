// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createToast, type Toast } from '@/entrypoints/civitai.content/dom/toast';

let page: AbortController;
let toast: Toast;
const isShown = () => document.querySelector('[data-vaulted-ui="toast"]') !== null;
const propose = (over: AbortSignal) => toast.propose('It goes soon.', { text: 'Undo', act: () => {} }, 8_000, over);

beforeEach(() => {
  vi.useFakeTimers();
  page = new AbortController();
  toast = createToast(page.signal);
});
afterEach(() => {
  page.abort();
  vi.useRealTimers();
});

describe('an offer', () => {
  it('goes once it is over, at the latest after its time', () => {
    const over = new AbortController();
    propose(over.signal);
    expect(isShown()).toBe(true);
    over.abort();
    expect(isShown()).toBe(false);
    propose(new AbortController().signal);
    vi.advanceTimersByTime(8_000);
    expect(isShown()).toBe(false);
  });

  it('that is over takes no later message with it', () => {
    const over = new AbortController();
    propose(over.signal);
    toast.say('Something else.');
    over.abort();
    expect(isShown()).toBe(true);
  });
});
