// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { POINTER_REST_MS } from '@/entrypoints/civitai.content/dom/rest-timer';
import { buttonOf, createCardMark } from '@/entrypoints/civitai.content/marks/card-mark';
import { watchMarks } from '@/entrypoints/civitai.content/marks/mark-events';
import { noAttention } from '@/tests/unit/content/presses/attention-stage';

let ending = new AbortController();
const rest = vi.fn();
const press = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  rest.mockReset();
  press.mockReset();
  ending = new AbortController();
  const marks = (['in', 'out'] as const).map(state => createCardMark('card', state, '').host);
  document.body.replaceChildren(...marks, document.createElement('input'));
  watchMarks({ press, near: () => {}, rest }, noAttention, ending.signal);
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

const child = (index: number) => document.body.children[index];

/** The keyboard comes to the first mark, the second, or what stands after them. */
function reach(index: number, isTrusted = true): void {
  const event = new FocusEvent('focusin', { bubbles: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  child(index)?.dispatchEvent(event);
}

it('asks about no mark that the keyboard only passes', () => {
  reach(0);
  vi.advanceTimersByTime(POINTER_REST_MS - 1);
  reach(1);
  vi.advanceTimersByTime(POINTER_REST_MS - 1);
  reach(2);
  vi.advanceTimersByTime(10 * POINTER_REST_MS);
  expect(rest).not.toHaveBeenCalled();
});

it('asks about the one on which it rests', () => {
  reach(0);
  reach(1);
  vi.advanceTimersByTime(POINTER_REST_MS);
  expect(rest).toHaveBeenCalledExactlyOnceWith(child(1), buttonOf(child(1) ?? document));
});

it('asks about none that only a script of the page has focused', () => {
  reach(0, false);
  vi.advanceTimersByTime(10 * POINTER_REST_MS);
  expect(rest).not.toHaveBeenCalled();
});

it.each([true, false])('a pointer that has come counts where the user moves it: %s', isTrusted => {
  const options = { bubbles: true, composed: true, pointerType: 'mouse' };
  const event = new PointerEvent('pointerover', options);
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  child(0)?.dispatchEvent(event);
  vi.advanceTimersByTime(10 * POINTER_REST_MS);
  expect(rest).toHaveBeenCalledTimes(isTrusted ? 1 : 0);
});

it.each([true, false])('a click counts where the user makes it: %s', isTrusted => {
  const event = new MouseEvent('click', { bubbles: true, composed: true, detail: 1 });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  child(0)?.dispatchEvent(event);
  expect(press).toHaveBeenCalledTimes(isTrusted ? 1 : 0);
});
