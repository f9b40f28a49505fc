import type { Sandbox } from '@/sandbox/sandbox.ts';
import { startSandbox } from '@/sandbox/server.ts';
import { keepFresh, type Variants, withVariants } from '@/tests/bench/browsers/variants.ts';
import { measureCards, measureCardsWithGpu } from '@/tests/bench/cards/cards-section.ts';
import { measureFirstMark } from '@/tests/bench/cards/first-mark.ts';
import { measureIdle } from '@/tests/bench/cards/idle.ts';
import { measureMarkTime } from '@/tests/bench/cards/mark-time.ts';
import { measureScroll } from '@/tests/bench/cards/scroll.ts';
import { measureScrollCost } from '@/tests/bench/cards/scroll-cost.ts';
import { measureSoak } from '@/tests/bench/cards/soak.ts';
import { measureTalk } from '@/tests/bench/cards/talk.ts';
import { printSection, type Section } from '@/tests/bench/report/section.ts';
import { measurePopup } from '@/tests/bench/vault/popup.ts';
import { measureQuestions } from '@/tests/bench/vault/questions.ts';
import { measureSync } from '@/tests/bench/vault/sync.ts';
import { measureVaultPage } from '@/tests/bench/vault/vault-page.ts';
import { buildOf } from '@/tests/e2e/support/browser/build.ts';
import { measureSize } from './size.ts';

export type Wanted = {
  /** Names of sections; all of them when left out. */
  only?: readonly string[] | undefined;
  /** The folder of an older build, to be measured beside. */
  olderBuild?: string | undefined;
};
type Found = Record<string, Section<object>>;

/** In browsers that stay open. */
const ON_PAGES: Record<string, (variants: Variants, sandbox: Sandbox) => Promise<Section<object>>> = {
  cards: measureCards,
  idle: measureIdle,
  marks: measureMarkTime,
  firstMark: measureFirstMark,
  talk: measureTalk,
  popup: measurePopup,
  scroll: measureScroll,
  scrollCost: measureScrollCost,
  soak: measureSoak,
};
/** In such that paint as with a graphics card. */
const ON_PAGES_WITH_GPU: typeof ON_PAGES = { cardsGpu: measureCardsWithGpu };
/** In browsers of their own. */
const ALONE: Record<string, (wanted: Wanted) => Promise<Section<object>>> = {
  questions: () => measureQuestions(),
  sync: ({ olderBuild }) => measureSync(olderBuild),
  vaultPage: ({ olderBuild }) => measureVaultPage(olderBuild),
};

/** The sections, as `--only` names them. */
export const NAMES = ['size', ...[ON_PAGES, ON_PAGES_WITH_GPU, ALONE].flatMap(Object.keys)];

async function report(measure: () => Promise<Section<object>>): Promise<Section<object>> {
  const startedAt = performance.now();
  const section = await measure();
  printSection(section);
  console.log(`  (${((performance.now() - startedAt) / 1000).toFixed(0)} s)`);
  return section;
}

function pick<Measure>(sections: Record<string, Measure>, { only }: Wanted): [string, Measure][] {
  return Object.entries(sections).filter(([name]) => only === undefined || only.includes(name));
}

async function measureOnPages(sections: typeof ON_PAGES, wanted: Wanted, hasGpu: boolean): Promise<Found> {
  const found: Found = {};
  const picked = pick(sections, wanted);
  if (picked.length === 0) return found;
  const sandbox = await startSandbox();
  try {
    await withVariants(sandbox, { olderBuild: wanted.olderBuild, hasGpu }, async variants => {
      for (const [name, measure] of picked) {
        await keepFresh(variants);
        found[name] = await report(() => measure(variants, sandbox));
      }
    });
  } finally {
    await sandbox.close();
  }
  return found;
}

/** Measures the wanted sections, one after the other, and prints each as soon as it is done. */
export async function measureSections(wanted: Wanted): Promise<Found> {
  const found: Found = {};
  for (const [name, measure] of pick({ size: async () => measureSize(buildOf('chromium')) }, wanted)) {
    found[name] = await report(measure);
  }
  Object.assign(found, await measureOnPages(ON_PAGES, wanted, false));
  Object.assign(found, await measureOnPages(ON_PAGES_WITH_GPU, wanted, true));
  for (const [name, measure] of pick(ALONE, wanted)) found[name] = await report(() => measure(wanted));
  return found;
}
