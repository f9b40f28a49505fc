import { nextFrame } from './frames.ts';

const AT_ONCE = 20;

function change(counter: Element | undefined): void {
  const text = counter?.firstChild;
  if (text) text.nodeValue = String(Number(text.nodeValue) + 1);
}

/** Gives that many counters, spread over the page, another text. */
export function changeCounters(changes: number): void {
  const counters = document.querySelectorAll('.count');
  for (let n = 0; n < changes; n += 1) change(counters[(n * 31) % counters.length]);
}

/** Changes that many texts, twenty a frame. */
export async function makeNoise(changes: number): Promise<void> {
  for (let n = 0; n < changes; n += AT_ONCE) {
    changeCounters(AT_ONCE);
    await nextFrame();
  }
}

/** The first so many counters of the page change once a second each, one after the other, for so long. */
export function tick(counters: number, ms: number): Promise<void> {
  const ticking = [...document.querySelectorAll('.count')].slice(0, counters);
  const changes = Math.round((ms / 1_000) * counters);
  return new Promise(resolve => {
    let n = 0;
    const timer = setInterval(() => {
      change(ticking[n % counters]);
      n += 1;
      if (n < changes) return;
      clearInterval(timer);
      resolve();
    }, 1_000 / counters);
  });
}
