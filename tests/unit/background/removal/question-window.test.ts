import { describe, expect, it } from 'vitest';
import { placeOf } from '@/entrypoints/background/removal/question-window';

const area = { left: 100, top: 50, width: 1400, height: 900 };

/** Whether the window, with its frame, covers the point. */
const covers = ({ left, top }: { left: number; top: number }, { x, y }: { x: number; y: number }) =>
  x >= left && x <= left + 460 && y >= top && y <= top + 480;

describe('where the question appears', () => {
  it.each([
    ['the middle', area, { x: 800, y: 500 }],
    ['the upper left corner', area, { x: 150, y: 100 }],
    ['the upper right corner', area, { x: 1450, y: 100 }],
    ['the top of a narrow window', { ...area, width: 480 }, { x: 300, y: 120 }],
    ['the foot of a narrow window', { ...area, width: 480 }, { x: 300, y: 520 }],
    ['a window on a screen to the left', { ...area, left: -1500 }, { x: -1400, y: 100 }],
  ])('is not under a press in %s', (_, window, pressedAt) => {
    expect(covers(placeOf(window, pressedAt), pressedAt)).toBe(false);
  });

  it('is at the side where no press is known', () => {
    expect(placeOf(area, undefined)).toEqual({ left: 124, top: 74 });
  });
});
