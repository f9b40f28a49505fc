// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { POINTER_REST_MS } from '@/entrypoints/civitai.content/dom/rest-timer';
import { buttonOf, createCardMark } from '@/entrypoints/civitai.content/marks/card-mark';
import { watchMarks } from '@/entrypoints/civitai.content/marks/mark-events';
import { noAttention } from '@/tests/unit/content/presses/attention-stage';

let ending = new AbortController();
const [rest, press, more] = [vi.fn(), vi.fn(), vi.fn()];
beforeEach(() => {
  vi.useFakeTimers();
  for (const spy of [rest, press, more]) spy.mockReset();
  ending = new AbortController();
  const marks = (['in', 'out'] as const).map(state => createCardMark('card', state, '').host);
  document.body.replaceChildren(...marks, document.createElement('input'));
  watchMarks({ press, more, near: () => {}, rest }, noAttention, ending.signal);
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

/** A finger on the first mark, as browsers tell it. */
function touch(type: 'pointerdown' | 'pointerup' | 'pointercancel' | 'click' | 'contextmenu'): PointerEvent {
  const options = {
    bubbles: true,
    composed: true,
    cancelable: true,
    pointerType: 'touch',
    detail: type === 'click' ? 1 : 0,
  };
  const event = new PointerEvent(type, options);
  Object.defineProperty(event, 'isTrusted', { value: true });
  child(0)?.dispatchEvent(event);
  return event;
}

it('takes a tap for a press that has shown nothing yet, and a mouse or key not', () => {
  touch('pointerdown');
  touch('pointerup');
  touch('click');
  expect(press.mock.calls.map(([, , { isBlind }]) => isBlind)).toEqual([true]);
  const byKey = new MouseEvent('click', { bubbles: true, composed: true, detail: 0 });
  Object.defineProperty(byKey, 'isTrusted', { value: true });
  child(0)?.dispatchEvent(byKey);
  expect(press.mock.calls.map(([, , { isBlind }]) => isBlind)).toEqual([true, false]);
  expect(more).not.toHaveBeenCalled();
});

it('takes a finger that stays for the way to the versions, and what follows for no tap', () => {
  touch('pointerdown');
  vi.advanceTimersByTime(500);
  expect(more).toHaveBeenCalledOnce();
  expect(touch('contextmenu').defaultPrevented).toBe(true);
  touch('pointerup');
  touch('click');
  expect(press).not.toHaveBeenCalled();
});

it('takes a finger that goes on to scroll for neither', () => {
  touch('pointerdown');
  touch('pointercancel');
  vi.advanceTimersByTime(5_000);
  expect(more).not.toHaveBeenCalled();
});
