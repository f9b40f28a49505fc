// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchAttention } from '@/entrypoints/civitai.content/presses/attention';
import { judgeControls } from '@/entrypoints/civitai.content/presses/controls';
import { endPage, happen, placeControl, startPage } from './press-page';

let ending = new AbortController();
beforeEach(() => {
  startPage();
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  endPage();
});

/** A control that says what came of its presses. */
function stage() {
  const { root, control } = placeControl();
  const judge = judgeControls(root, watchAttention(ending.signal));
  const [press, ask] = [vi.fn(), vi.fn()];
  control.addEventListener('click', event => judge(event, { press, ask }));
  const text = document.body.appendChild(document.createElement('input'));
  return {
    control,
    focus: (isTrusted = true) => happen(control, new FocusEvent('focusin', { bubbles: true }), isTrusted),
    point: (clientX: number) =>
      happen(control, new PointerEvent('pointerover', { bubbles: true, composed: true, clientX, clientY: 110 })),
    rest: (clientX: number) =>
      happen(document.body, new PointerEvent('pointermove', { bubbles: true, clientX, clientY: 110 })),
    type: (key: string, isTrusted = true) =>
      happen(text, new KeyboardEvent('keydown', { bubbles: true, key }), isTrusted),
    click: (detail: 0 | 1, isTrusted = true) =>
      happen(control, new MouseEvent('click', { bubbles: true, composed: true, detail }), isTrusted),
    /** Once all that was pressed has been judged. */
    async outcome() {
      await vi.advanceTimersByTimeAsync(1_000);
      return { pressed: press.mock.calls.length, asked: ask.mock.calls.length };
    },
  };
}

describe('a control of ours', () => {
  it('is pressed by a click of the user', async () => {
    const { point, click, outcome } = stage();
    point(120);
    vi.advanceTimersByTime(300);
    click(1);
    expect(await outcome()).toEqual({ pressed: 1, asked: 0 });
  });

  it('is pressed once by a double click', async () => {
    const { point, click, outcome } = stage();
    point(120);
    click(1);
    click(1);
    expect(await outcome()).toEqual({ pressed: 1, asked: 0 });
  });

  it('does nothing for a click that a script has made', async () => {
    const { click, outcome } = stage();
    click(1, false);
    click(0, false);
    expect(await outcome()).toEqual({ pressed: 0, asked: 0 });
  });

  it('asks where it has come under the pointer, which rested', async () => {
    const { rest, point, click, outcome } = stage();
    rest(120);
    vi.advanceTimersByTime(2_000);
    point(120);
    vi.advanceTimersByTime(100);
    click(1);
    expect(await outcome()).toEqual({ pressed: 0, asked: 1 });
  });
});

describe('the focus that the page moves to a control of ours', () => {
  it('takes no key that belongs to what the user types', async () => {
    const { type, focus, click, outcome } = stage();
    type('y');
    focus();
    vi.advanceTimersByTime(999);
    click(0);
    expect(await outcome()).toEqual({ pressed: 0, asked: 1 });
  });

  it('takes a key a second later', async () => {
    const { type, focus, click, outcome } = stage();
    type('y');
    focus();
    vi.advanceTimersByTime(1_000);
    click(0);
    expect(await outcome()).toEqual({ pressed: 1, asked: 0 });
  });

  it('takes one at once where the user has left the text by Tab', async () => {
    const { type, focus, click, outcome } = stage();
    type('y');
    type('Tab');
    focus();
    click(0);
    expect(await outcome()).toEqual({ pressed: 1, asked: 0 });
  });

  it('takes one at once where only a script has typed', async () => {
    const { type, focus, click, outcome } = stage();
    type('y', false);
    focus();
    click(0);
    expect(await outcome()).toEqual({ pressed: 1, asked: 0 });
  });
});
