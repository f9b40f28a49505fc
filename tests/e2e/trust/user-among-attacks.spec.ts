import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { modelsOut, ofModel } from '@/tests/e2e/support/site/model-marks.ts';
import { inDialog } from '@/tests/e2e/support/site/model-page.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { agreeOnOwnGround, openQuestions } from '@/tests/e2e/support/vault/own-ground.ts';
import { isPublic, vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';
import { attackAtOnce, TURN_MS } from './attack-at-once.ts';
import { takeNamesAndPrototypes } from './attacks.ts';

type Place = Parameters<typeof clickCentre>[1];

/** So long the user works among the attacks. */
const WORK_MS = 120_000;
/** So many models, so that the user comes back to each: what was added first is removed then. */
const FEW = 3;
/** What a page may cause besides the user's own requests. */
const KEYED_PER_MINUTE = 60;
const ANSWERED_MS = 2_000;

describe('a user among all attacks at once', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version');
  const keyed = () => stage.sandbox.requests.all().filter(({ authorization }) => authorization !== undefined);
  const inVault = () => {
    const { id } = stage.sandbox.accounts.get('small');
    return new Set(stage.sandbox.vault.items(id).map(row => row.modelVersionId));
  };
  const waits: number[] = [];

  async function openAttacked(): Promise<Page> {
    const page = await stage.browser.newPage();
    await page.evaluateOnNewDocument(takeNamesAndPrototypes);
    await page.goto('https://civitai.com/collections/3', { waitUntil: 'load' });
    await allMarked(page, () => vaultTruth(stage, 'small'), 6);
    await page.evaluate(attackAtOnce, TURN_MS);
    return page;
  }

  /** What the user sees of ours, and what was sent: anything new in it is an answer. */
  const seen = async (page: Page, place: Place) => {
    const shown = (await ui(page)).map(({ kind, text }) => `${kind} ${text}`);
    const mark =
      typeof place === 'string' && (await page.$$eval(place, ([each]) => each?.getAttribute('data-vaulted')));
    return JSON.stringify([toggles().length, shown, mark]);
  };

  /** The same sentence once more would not be seen to be new. */
  async function closeToast(page: Page): Promise<void> {
    await openRoots(page);
    await page.evaluate(() => {
      const toast = document.querySelector('[data-vaulted-ui="toast"]');
      toast?.shadowRoot?.querySelector<HTMLElement>('.close')?.click();
    });
  }

  /** Presses, and measures how long the answer takes. */
  async function press(page: Page, place: Place): Promise<void> {
    await closeToast(page);
    const before = await seen(page, place);
    await clickCentre(page, place);
    const pressedAt = performance.now();
    await until(`an answer to ${JSON.stringify(place)}`, async () => (await seen(page, place)) !== before);
    waits.push(performance.now() - pressedAt);
  }

  /** One thing that the user does: presses a card's mark, and goes on in the menu, the dialog or the window that comes of it. */
  async function work(page: Page, modelId: number): Promise<void> {
    await press(page, ofModel(modelId));
    const open = (await ui(page)).map(({ kind }) => kind);
    if (open.includes('dialog')) await press(page, inDialog('remove'));
    else if (open.includes('menu')) await press(page, { host: '[data-vaulted-ui="menu"]', inside: '.item' });
    if ((await openQuestions(stage.browser)) > 0) {
      await (await agreeOnOwnGround(stage.browser)).close();
      await page.bringToFront();
    }
    await page.keyboard.press('Escape');
  }

  it(
    'loses nothing that can’t be put back, gets answers, and has right marks at the end',
    async () => {
      const page = await openAttacked();
      const before = inVault();
      stage.sandbox.requests.clear();
      // Special models refuse to be added, and their marks say so.
      const targets = (await modelsOut(page, stage)).slice(0, FEW);
      const startedAt = performance.now();
      const endsAt = startedAt + WORK_MS;
      for (let at = 0; performance.now() < endsAt; at += 1) await work(page, targets[at % targets.length] ?? 0);
      await page.evaluate('stopAttacks()');
      const minutes = Math.max(1, (performance.now() - startedAt) / 60_000);
      await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
      const all = keyed();
      const modelOf = (versionId: number) => stage.sandbox.catalogue.findModelOfVersion(versionId)?.id ?? 0;
      const isOfUser = ({ versionIds }: { versionIds: number[] }) =>
        versionIds.length > 0 && versionIds.every(id => targets.includes(modelOf(id)));
      const lost = [...before].filter(id => !inVault().has(id));
      expect(lost.filter(id => !isPublic(stage, id))).toEqual([]);
      expect(toggles().filter(request => !isOfUser(request))).toEqual([]);
      expect(new Set(toggles().map(({ toggled }) => toggled))).toEqual(new Set(['add', 'remove']));
      expect(all.filter(request => !isOfUser(request)).length).toBeLessThanOrEqual(KEYED_PER_MINUTE * minutes);
      // Half of them: on a busy machine a single one may wait for the browser itself.
      const [median = 0] = waits.toSorted((a, b) => a - b).slice(Math.floor(waits.length / 2));
      expect(median).toBeLessThanOrEqual(ANSWERED_MS);
      expect(await page.evaluate(() => Reflect.get(window, 'caughtRoots'))).toEqual([]);
      await allMarked(page, () => vaultTruth(stage, 'small'), 6);
    },
    2 * WORK_MS,
  );
});
