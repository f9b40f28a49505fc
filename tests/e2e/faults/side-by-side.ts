import type { Page } from 'puppeteer-core';
import type { LoggedRequest } from '@/sandbox/http/request-log.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { BUTTON, buttonOf, clickVersion, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { type Mark, marks } from '@/tests/e2e/support/site/reading.ts';
import type { Stage } from '@/tests/e2e/support/stage.ts';
import { openIntents } from '@/tests/e2e/support/vault/intents.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';
import { freePlaces, type Place, putInLongAgo } from './places.ts';
import type { Way } from './ways.ts';

type Target = 'in' | 'out';
export type Case = { target: Target; way: Way };

export type Running = { current: Case; place: Place; page: Page; clickedAt: number };

/** How an intent ended, as the page shows it and as the sandbox's own database has it. */
export type Ending = {
  state: string;
  /** The button's accessible name: label, version, and all that it says. */
  words: string;
  rows: number;
  requests: LoggedRequest[];
  tookMs: number;
};

/** Gives each case a version and prepares it: in the vault or not, behind or not. */
function cast(stage: Stage, cases: readonly Case[]): { current: Case; place: Place }[] {
  const { vault, accounts, settings } = stage.sandbox;
  vault.setStorage(accounts.get('small').id, 2_000_000_000);
  const places = freePlaces(stage);
  return cases.map(current => {
    const place = places.shift();
    if (!place) throw new Error('The sandbox has too few versions');
    if (current.target === 'out') putInLongAgo(stage, place.versionId);
    if (current.way.lagMs !== undefined) settings.replicaLagMsByVersion.set(place.versionId, current.way.lagMs);
    return { current, place };
  });
}

/** Selects the version in the list and clicks the button, until that has had its effect: as a person does. */
async function pressAdd(page: Page, { versionId, index }: Place): Promise<void> {
  await clickVersion(page, index);
  await buttonOf(page, versionId);
  await clickCentre(page, BUTTON);
  await untilButton(page, 'to follow the press', ({ state }) => state !== 'out');
}

async function pageOf(stage: Stage, pages: Map<number, Page>, modelId: number): Promise<Page> {
  const known = pages.get(modelId);
  if (known) return known;
  const versionIds = stage.sandbox.catalogue.findModel(modelId)?.versions.map(({ id }) => id) ?? [];
  const page = await openModel(stage.browser, { modelId, versionIds });
  // Without a graphics card, icons that turn for a minute keep a core busy for ten seconds. Firefox can't be asked for less.
  if (stage.browser.name === 'chromium')
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  pages.set(modelId, page);
  return page;
}

/**
 * Carries out every case, each on a version of its own, while those before are still waiting. Pages of the site remove ten a minute:
 * removals come from a page of the extension, as of many at a time. `pauseBefore`, ms.
 */
export async function start(
  stage: Stage,
  cases: readonly Case[],
  pauseBefore: (current: Case) => number = () => 0,
): Promise<Running[]> {
  const { submit } = await openIntents(await stage.browser.openPopup());
  const pages = new Map<number, Page>();
  const running: Running[] = [];
  for (const { current, place } of cast(stage, cases)) {
    const page = await pageOf(stage, pages, place.modelId);
    const { versionId } = place;
    await new Promise(resolve => setTimeout(resolve, pauseBefore(current)));
    const { fault } = current.way;
    if (fault) stage.sandbox.faults.add({ endpoint: 'vault/toggle-version', versionId, times: 1, ...fault });
    if (current.target === 'in') await pressAdd(page, place);
    else await submit([{ versionId, target: 'out' }]);
    running.push({ current, place, page, clickedAt: performance.now() });
  }
  return running;
}

/** The first mark of each version, which is the one in its list, on all of the pages; each page is asked once. */
async function listMarks(pages: Iterable<Page>): Promise<Map<number, Mark>> {
  const found = await Promise.all([...pages].map(page => marks(page)));
  // Of two entries with one key a map keeps the last.
  const listed = found.flatMap(each => each.filter(mark => !mark.isButton).reverse());
  return new Map(listed.flatMap(mark => (mark.versionId === undefined ? [] : [[mark.versionId, mark]])));
}

/** From the first request on: how long a busy machine takes for a click says nothing of the background. */
function sinceFirstRequest({ sandbox }: Stage, { place, clickedAt }: Running): number {
  const sent = sandbox.requests.of('vault/toggle-version').find(each => each.versionIds.includes(place.versionId));
  return sent ? sandbox.clock.now() - sent.at : performance.now() - clickedAt;
}

/** Waits until each intent is settled on its page, and reads how it ended there and on the sandbox. */
export async function finish(stage: Stage, running: Running[], timeoutMs: number): Promise<Map<Case, Ending>> {
  const took = new Map<Running, number>();
  await until(
    'every intent to be settled',
    async () => {
      const waiting = running.filter(each => !took.has(each));
      const seen = await listMarks(new Set(waiting.map(({ page }) => page)));
      for (const run of waiting) {
        const state = seen.get(run.place.versionId)?.state ?? 'busy';
        if (!['busy', 'unknown'].includes(state)) took.set(run, sinceFirstRequest(stage, run));
      }
      return took.size === running.length;
    },
    { timeoutMs, everyMs: 500 },
    // One that is still not settled shows in its own case.
  ).catch(() => undefined);
  const endings = new Map<Case, Ending>();
  for (const run of running) {
    endings.set(run.current, await readEnding(stage, run, took.get(run) ?? Number.POSITIVE_INFINITY));
  }
  return endings;
}

/** Brings the version on screen and reads how it stands there and on the sandbox. */
export async function readEnding(stage: Stage, { page, place }: Running, tookMs: number): Promise<Ending> {
  const { versionId, index } = place;
  await page.bringToFront();
  await clickVersion(page, index);
  const button = await until(`the button of version ${versionId}`, async () =>
    (await marks(page)).find(mark => mark.isButton && mark.versionId === versionId),
  );
  const requests = stage.sandbox.requests
    .of('vault/toggle-version')
    .filter(each => each.versionIds.includes(versionId));
  return { state: button.state, words: button.name, rows: rowsOf(stage, 'small', versionId).length, requests, tookMs };
}
