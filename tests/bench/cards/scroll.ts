import type { Sandbox } from '@/sandbox/sandbox.ts';
import type { Variants } from '@/tests/bench/browsers/variants.ts';
import { FIRM_LIMITS } from '@/tests/bench/budgets.ts';
import { percent } from '@/tests/bench/report/format.ts';
import { limited, type Section } from '@/tests/bench/report/section.ts';
import { goodPage, scrollThrough, scrollTo } from '@/tests/e2e/support/site/feed.ts';
import { type Comparison, compareMarks } from '@/tests/e2e/support/site/shown.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { untilValue } from '@/tests/e2e/support/wait.ts';

export type ScrollNumbers = { scroll2000: number; requests: number; seen: number };

const CARDS = 2_000;

/** Scrolls the site's own feed down and up again: how right the marks were at each stop, and what was asked for. */
async function scroll({ vaulted }: Variants, sandbox: Sandbox): Promise<{ stops: Comparison[]; requests: number }> {
  const truth = vaultTruth({ sandbox }, 'huge');
  const page = await goodPage(vaulted, '/models');
  const stops: Comparison[] = [];
  const look = async () => {
    const isRight = ({ shown, wrong }: Comparison) => shown > 0 && wrong.length === 0;
    const read = () => compareMarks(page, truth);
    stops.push(await untilValue('right marks', read, isRight, { timeoutMs: 3_000 }).catch(read));
  };
  await look();
  sandbox.requests.clear();
  await scrollThrough(page, CARDS, look);
  await scrollTo(page, 0);
  await look();
  const requests = sandbox.requests.all().filter(({ endpoint }) => endpoint !== 'site').length;
  await page.close();
  return { stops, requests };
}

/** The site's own feed, 2,000 cards down and up again: whether every mark is right at every stop. */
export async function measureScroll(variants: Variants, sandbox: Sandbox): Promise<Section<ScrollNumbers>> {
  const { stops, requests } = await scroll(variants, sandbox);
  const seen = stops.reduce((sum, { shown }) => sum + shown, 0);
  const wrong = stops.flatMap(stop => stop.wrong);
  const scroll2000 = Math.max(0, 1 - wrong.length / seen);
  const note = [`must be 100 %; ${seen} cards at ${stops.length} stops`, ...wrong.slice(0, 3)].join('; ');
  return {
    title: `Scroll: ${CARDS} cards of the feed, down and up`,
    figures: [
      limited(scroll2000 >= FIRM_LIMITS.rightMarks, 'rightly marked', percent(scroll2000), note),
      limited(requests <= FIRM_LIMITS.requestsForKnown, 'requests while scrolling', `${requests}`, 'must be 0'),
    ],
    numbers: { scroll2000, requests, seen },
  };
}
