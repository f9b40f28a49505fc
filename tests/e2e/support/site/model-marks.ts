import type { Page } from 'puppeteer-core';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import type { Stage } from '@/tests/e2e/support/stage.ts';
import { vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';

/** The mark of a model as a whole. */
export const ofModel = (modelId: number) => `[data-vaulted-model="${modelId}"]:not([data-vaulted-version])`;

/** Ordinary models that the page shows and of which nothing is in the vault of `small`, in the page's order. */
export async function modelsOut(page: Page, stage: Stage): Promise<number[]> {
  const { models } = vaultTruth(stage, 'small');
  const special = Object.values(landmarks).map(({ modelId }) => modelId);
  const shown = await page.evaluate(() => window.__sandbox.shown().map(({ modelId }) => modelId));
  const isOut = (id: number) => models[id] === undefined && stage.sandbox.catalogue.findModel(id) !== undefined;
  return [...new Set(shown)].filter(id => isOut(id) && !special.some(each => each === id));
}

/** The first of them. */
export async function outOnScreen(page: Page, stage: Stage): Promise<number> {
  const [first] = await modelsOut(page, stage);
  if (first === undefined) throw new Error('Nothing on the page is out');
  return first;
}
