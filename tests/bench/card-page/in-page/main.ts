import { changeCounters, makeNoise, tick } from './counters.ts';
import { nextFrame } from './frames.ts';
import { timeMarks } from './mark-timer.ts';
import { createRows } from './rows.ts';
import { watchTroubles } from './troubles.ts';

const COUNTERS_PER_STEP = 8;
const rows = createRows(document.querySelector('.scroll-area') ?? document.body);

async function churn(hrefs: string[], count: number, atOnce = 1): Promise<void> {
  for (let n = 0; n < count; n += atOnce) {
    const added = Array.from({ length: atOnce }, rows.add);
    await nextFrame();
    for (const row of added) {
      rows.fill(row, hrefs);
      rows.removeFirst();
    }
    changeCounters(COUNTERS_PER_STEP);
    await nextFrame();
  }
}

window.cardPage = {
  fill(hrefs) {
    for (let n = 0; n < hrefs.length; n += rows.perRow) rows.fill(rows.add(), hrefs);
  },
  churn,
  time: (hrefs, states) => timeMarks(rows, hrefs, states),
  noise: makeNoise,
  tick,
  async rest(ms) {
    await new Promise(resolve => setTimeout(resolve, ms));
    await nextFrame();
  },
  troubles: watchTroubles(),
};
