// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchSteady } from '@/entrypoints/civitai.content/presses/steady';
import { coverAll, endPage, moveTo, placeControl, seeCovers, startPage } from './press-page';

beforeEach(startPage);
afterEach(endPage);

/** The button that removes, in an open dialog. */
function stage() {
  const { root, control } = placeControl();
  const dialog = document.createElement('dialog');
  root.append(dialog);
  dialog.append(control);
  const closing = new EventTarget();
  const closed = new Promise(resolve => closing.addEventListener('close', resolve));
  const steady = watchSteady(control, 500, closed);
  const judged = vi.fn<(isMeant: boolean) => void>();
  return {
    control,
    steady,
    judged,
    close: () => closing.dispatchEvent(new Event('close')),
    press: () => void steady.isMeant().then(judged),
    passMs: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  };
}

describe('a press that removes', () => {
  it('counts where its button has been seen for 500 ms', async () => {
    const { passMs, press, judged } = stage();
    await passMs(500);
    press();
    await passMs(0);
    expect(judged).toHaveBeenCalledWith(true);
  });

  it('waits for the rest of that time, and counts', async () => {
    const { passMs, press, judged } = stage();
    await passMs(100);
    press();
    await passMs(399);
    expect(judged).not.toHaveBeenCalled();
    await passMs(1);
    expect(judged).toHaveBeenCalledWith(true);
  });

  it('waits anew after the dialog has other words', async () => {
    const { steady, passMs, press, judged } = stage();
    await passMs(400);
    steady.startAgain();
    press();
    await passMs(499);
    expect(judged).not.toHaveBeenCalled();
    await passMs(1);
    expect(judged).toHaveBeenCalledWith(true);
  });

  const disturbances: [string, (control: Element) => void][] = [
    ['the page moves the button', control => moveTo(control, { left: 400 })],
    ['something else would be hit', () => coverAll()],
    ['a popover of the page stands over the dialog', paintPopover],
  ];

  it.each(disturbances)('is doubtful where %s', async (_, disturb) => {
    const { control, passMs, press, judged } = stage();
    await passMs(600);
    disturb(control);
    press();
    await passMs(1_000);
    expect(judged).toHaveBeenCalledWith(false);
  });

  it.each(disturbances)('is doubtful where %s while it waits', async (_, disturb) => {
    const { control, passMs, press, judged } = stage();
    await passMs(100);
    press();
    await passMs(50);
    disturb(control);
    await passMs(1_000);
    expect(judged).toHaveBeenCalledWith(false);
  });

  it('is doubtful where the browser sees something painted over it', async () => {
    seeCovers(false);
    const { passMs, press, judged } = stage();
    await passMs(600);
    press();
    await passMs(1_000);
    expect(judged).toHaveBeenCalledWith(false);
  });

  it('counts once the button has stood still again for 500 ms', async () => {
    const { control, passMs, press, judged } = stage();
    await passMs(600);
    moveTo(control, { left: 400 });
    await passMs(100);
    await passMs(500);
    press();
    await passMs(0);
    expect(judged).toHaveBeenCalledWith(true);
  });

  it('counts for nothing after the dialog has closed', async () => {
    const { close, passMs, press, judged } = stage();
    await passMs(100);
    press();
    close();
    await passMs(1_000);
    expect(judged).toHaveBeenCalledWith(false);
  });
});

function paintPopover(): void {
  const popover = document.createElement('div');
  popover.setAttribute('popover', 'manual');
  document.body.append(popover);
}
