import type { MarkTime } from './contract.ts';
import { beforePaint } from './frames.ts';
import type { Rows } from './rows.ts';

const GIVEN_UP_MS = 5_000;

function isMarked(row: Element, card: number, state: string | undefined): boolean {
  const mark = row.children[card]?.querySelector<HTMLElement>(':scope > [data-vaulted]');
  return mark?.dataset.vaulted === state;
}

/** How long a row that comes at the front takes to have every mark in the state that stands for it in `states`. */
export function timeMarks(rows: Rows, hrefs: string[], states: string[]): Promise<MarkTime[]> {
  return new Promise(resolve => {
    const times = hrefs.map(() => ({ frames: Number.POSITIVE_INFINITY, ms: Number.POSITIVE_INFINITY }));
    let frames = -1;
    let startedAt = 0;
    let row: HTMLElement | undefined;
    beforePaint(() => {
      if (!row) return false;
      frames += 1;
      const ms = performance.now() - startedAt;
      for (const [card, time] of times.entries()) {
        const isNew = time.frames === Number.POSITIVE_INFINITY && isMarked(row, card, states[card]);
        if (isNew) Object.assign(time, { frames, ms });
      }
      const isDone = ms > GIVEN_UP_MS || times.every(time => time.frames < Number.POSITIVE_INFINITY);
      if (isDone) resolve(times);
      return isDone;
    });
    const insert = () => {
      rows.restart();
      row = rows.add();
      rows.fill(row, hrefs);
      rows.moveToFront(row);
      frames = 0;
      startedAt = performance.now();
    };
    // Any moment between two frames.
    setTimeout(insert, 60 + Math.random() * 16);
  });
}
