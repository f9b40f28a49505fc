import type { Sandbox } from '@/sandbox/sandbox.ts';
import { PROMISES } from '@/tests/bench/budgets.ts';
import type { Section } from '@/tests/bench/report/report.ts';
import { goodPage, scrollThrough, scrollTo } from '@/tests/e2e/support/site/feed.ts';
import { type Comparison, compareMarks } from '@/tests/e2e/support/site/shown.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { untilValue } from '@/tests/e2e/support/wait.ts';
import type { Variants } from './variants.ts';

export type ScrollNumbers = { scroll2000: number; requests: number; seen: number };

const CARDS = 2_000;

/** The site's own feed, 2,000 cards down and up again: what is right at every stop. */
export async function measureScroll({ vaulted }: Variants, sandbox: Sandbox): Promise<Section<ScrollNumbers>> {
  const { accounts, catalogue, vault } = sandbox;
  const { id } = accounts.get('huge');
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
  const seen = stops.reduce((sum, { shown }) => sum + shown, 0);
  const wrong = stops.flatMap(stop => stop.wrong);
  const scroll2000 = Math.max(0, 1 - wrong.length / seen);
  const kept = vault.items(id).filter(item => catalogue.findModelOfVersion(item.modelVersionId)).length;
  return {
    title: `Scroll: ${CARDS} cards of the feed, down and up`,
    rows: [
      [
        'rightly marked',
        `${(scroll2000 * 100).toFixed(2)} %`,
        `must be 100 %; ${seen} cards at ${stops.length} stops, ${kept} versions kept`,
      ],
      ['requests', `${requests}`, 'must be 0'],
    ],
    failures: [
      ...(scroll2000 < PROMISES.marks ? [`while scrolling: ${wrong.slice(0, 3).join('; ')}`] : []),
      ...(requests > PROMISES.requestsWarm ? [`${requests} requests while scrolling`] : []),
    ],
    numbers: { scroll2000, requests, seen },
  };
}
