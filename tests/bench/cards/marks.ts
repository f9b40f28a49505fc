import type { Page } from 'puppeteer-core';
import type { Sandbox } from '@/sandbox/sandbox.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';

/** State of every model that has a version in the vault, as a mark has to show it. */
export type ModelTruth = { [modelId: number]: { state: string; count: number } };

/** How right a page's marks are: counts over all of its cards. */
export type Marks = { cards: number; right: number; wrong: number; duplicate: number };

const URGENCY = ['in', 'pending', 'failed'];

/** What the vault of 5,000 items holds, by model; and addresses of twice as many models, every other one of them in the vault. */
export function huge(sandbox: Sandbox): { truth: ModelTruth; hrefs: string[]; stateOf(href: string): string } {
  const { models } = vaultTruth({ sandbox }, 'huge');
  const truth: ModelTruth = {};
  for (const [id, states] of Object.entries(models)) {
    const state = URGENCY.find(each => states.includes(each)) ?? 'out';
    truth[Number(id)] = { state, count: states.filter(each => each === 'in').length };
  }
  const inVault = Object.keys(truth).map(Number);
  const modelIds = inVault.flatMap((id, index) => [id, 90_000_000 + index]);
  return {
    truth,
    hrefs: modelIds.map(id => `/models/${id}/model-${id}`),
    stateOf: href => truth[Number(href.split('/')[2])]?.state ?? 'out',
  };
}

/** How many cards the floor has marked: it must do what it is the floor of. */
export async function floorMarks(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('floor-mark').length);
}

/** Looks at every card of the page that has a link. */
export async function readMarks(page: Page, truth: ModelTruth): Promise<Marks> {
  return page.evaluate(known => {
    const result = { cards: 0, right: 0, wrong: 0, duplicate: 0 };
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/models/"]')) {
      const id = Number(link.pathname.split('/')[2]);
      const marks = link.parentElement?.parentElement?.querySelectorAll<HTMLElement>(':scope > [data-vaulted]') ?? [];
      const expected = known[id] ?? { state: 'out', count: 0 };
      const [mark] = marks;
      result.cards += 1;
      if (marks.length > 1) result.duplicate += 1;
      if (!mark) continue;
      const { vaulted, vaultedModel, vaultedCount } = mark.dataset;
      const isRight =
        vaulted === expected.state && vaultedModel === String(id) && vaultedCount === String(expected.count);
      if (isRight && marks.length === 1) result.right += 1;
      else if (vaulted !== 'unknown') result.wrong += 1;
    }
    return result;
  }, truth);
}
