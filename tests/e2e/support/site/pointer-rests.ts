import type { Page } from 'puppeteer-core';

declare global {
  interface Window {
    pointerMoves?: { x: number; y: number; at: number }[];
  }
}

/** Notes when the pointer came where, by the page's own clock: a busy machine may put any delay between the browser and this process. */
export async function noteMoves(page: Page): Promise<void> {
  await page.evaluate(() => {
    const moves: { x: number; y: number; at: number }[] = [];
    window.pointerMoves = moves;
    const note = ({ clientX: x, clientY: y }: PointerEvent) => void moves.push({ x, y, at: performance.now() });
    addEventListener('pointermove', note, { capture: true });
  });
}

/** Where the pointer stood for 200 ms and more since the last call. */
export function takeRests(page: Page): Promise<{ x: number; y: number }[]> {
  return page.evaluate(() => {
    const moves = window.pointerMoves?.splice(0) ?? [];
    return moves.filter(({ at }, index) => (moves[index + 1]?.at ?? at) - at > 200);
  });
}
