// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isMeant } from '@/entrypoints/civitai.content/presses/judge-press';
import { noAttention } from './attention-stage';
import { coverAbove, coverAll, endPage, moveTo, placeControl, seeCovers, startPage } from './press-page';

beforeEach(startPage);
afterEach(endPage);

/** Presses a control that the pointer, or with `isByKey` the focus, came to so long ago, and says what came of it after a second. */
function press({ afterMs = 250, isByUser = true, isByKey = false, isTyping = false, meanwhile = () => {} } = {}) {
  const { control } = placeControl();
  const arrival = { at: performance.now(), box: control.getBoundingClientRect(), isByUser };
  return {
    control,
    async answer() {
      vi.advanceTimersByTime(afterMs);
      const attention = { ...noAttention, isTyping: () => isTyping };
      const judged = isMeant(control, control, { at: performance.now(), isByKey, arrival }, attention);
      meanwhile();
      await vi.advanceTimersByTimeAsync(1_000);
      return judged;
    },
  };
}

describe('a press that adds', () => {
  it('counts once its button has been seen for 200 ms', async () => {
    const { answer } = press({ afterMs: 200 });
    expect(await answer()).toBe(true);
  });

  it('counts a little later where it came sooner', async () => {
    const { control } = placeControl();
    const arrival = { at: performance.now(), box: control.getBoundingClientRect(), isByUser: true };
    const judged = vi.fn();
    vi.advanceTimersByTime(50);
    const at = performance.now();
    void isMeant(control, control, { at, isByKey: false, arrival }, noAttention).then(judged);
    await vi.advanceTimersByTimeAsync(149);
    expect(judged).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(judged).toHaveBeenCalledWith(true);
  });

  it('is asked about where the button has come under a pointer that rested', async () => {
    const { answer } = press({ afterMs: 150, isByUser: false });
    expect(await answer()).toBe(false);
  });

  it('is asked about where the button has moved since the pointer came', async () => {
    const { control, answer } = press();
    moveTo(control, { left: 300 });
    expect(await answer()).toBe(false);
  });

  it('is asked about where the button moves while the press is judged', async () => {
    const { control, answer } = press({ afterMs: 50, meanwhile: () => moveTo(control, { top: 160 }) });
    expect(await answer()).toBe(false);
  });

  it('counts where words slide out of the button: one of its sides stays', async () => {
    const { control, answer } = press();
    moveTo(control, { left: 40, width: 180 });
    expect(await answer()).toBe(true);
  });

  it('is asked about where something else would be hit', async () => {
    const { answer } = press();
    coverAll();
    expect(await answer()).toBe(false);
  });

  it('is asked about where the button is larger than any of ours', async () => {
    const { control, answer } = press();
    moveTo(control, { width: 2_000, height: 1_000 });
    expect(await answer()).toBe(false);
  });

  it('is asked about where the page makes the button faint', async () => {
    const { answer } = press();
    document.body.style.opacity = '0.1';
    expect(await answer()).toBe(false);
    document.body.style.opacity = '';
  });

  it('is asked about where the page hides the button', async () => {
    const { answer } = press();
    vi.spyOn(HTMLElement.prototype, 'checkVisibility').mockReturnValue(false);
    expect(await answer()).toBe(false);
  });

  it.each([true, false])('goes by what is painted above, where the browser can tell: %s', async isVisible => {
    seeCovers(isVisible);
    const { answer } = press();
    expect(await answer()).toBe(isVisible);
  });

  it.each([
    ['counts where all else of it is painted', 110, true, true],
    ['is asked about where something lies over the rest as well', 110, false, false],
    ['is asked about where the head leaves less than half of it', 117, true, false],
  ])('under a head of the page that takes presses %s', async (_, headTo, isRestVisible, isMeantSo) => {
    const { control, answer } = press();
    coverAbove(headTo);
    seeCovers(element => element !== control && isRestVisible);
    expect(await answer()).toBe(isMeantSo);
    expect(control.getRootNode().childNodes).toHaveLength(1);
  });
});

describe('a press by key', () => {
  it('counts where the user does not type', async () => {
    const { answer } = press({ isByKey: true });
    expect(await answer()).toBe(true);
  });

  it('is asked about while the user types', async () => {
    const { answer } = press({ isByKey: true, isTyping: true });
    expect(await answer()).toBe(false);
  });

  it('is asked about out of the window, and shows the button', async () => {
    const { control, answer } = press({ isByKey: true });
    const scroll = vi.spyOn(control, 'scrollIntoView').mockReturnValue();
    moveTo(control, { top: 5_000 });
    expect(await answer()).toBe(false);
    expect(scroll).toHaveBeenCalledTimes(1);
  });
});
