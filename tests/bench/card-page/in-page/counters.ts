import { nextFrame } from './frames.ts';

const AT_ONCE = 20;

/** Gives that many counters, spread over the page, another text. */
export function changeCounters(changes: number): void {
  const counters = document.querySelectorAll('.count');
  for (let n = 0; n < changes; n += 1) {
    const text = counters[(n * 31) % counters.length]?.firstChild;
    if (text) text.nodeValue = String(Number(text.nodeValue) + 1);
  }
}

/** Changes that many texts, twenty a frame. */
export async function makeNoise(changes: number): Promise<void> {
  for (let n = 0; n < changes; n += AT_ONCE) {
    changeCounters(AT_ONCE);
    await nextFrame();
  }
}
