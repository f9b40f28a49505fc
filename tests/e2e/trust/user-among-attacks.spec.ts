import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { LoggedRequest } from '@/sandbox/http/request-log.ts';
import { openRoots } from '@/tests/e2e/support/browser/closed-roots.ts';
import { runInContentScript } from '@/tests/e2e/support/browser/probe.ts';
import { modelsOut, ofModel } from '@/tests/e2e/support/site/model-marks.ts';
import { inDialog } from '@/tests/e2e/support/site/model-page.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { allMarked } from '@/tests/e2e/support/site/shown.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { agreeOnOwnGround, openQuestions, untilAsked } from '@/tests/e2e/support/vault/own-ground.ts';
import { isPublic, vaultTruth } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';
import { attackAtOnce, attackByMessages, TURN_MS } from './attack-at-once.ts';
import { takeNamesAndPrototypes } from './attacks.ts';
import { createMeasuredPresses } from './measured-presses.ts';

/** So long the user works among the attacks. */
const WORK_MS = 120_000;
/** So many models, so that the user comes back to each: what was added first is removed then. */
const FEW = 3;
/** What a page may cause besides the user's own requests. */
const KEYED_PER_MINUTE = 60;
/** So many removals a page can confirm by itself (site-removals.ts). */
const REMOVED_PER_MINUTE = 10;
const ANSWERED_MS = 2_000;

describe('a user among all attacks at once', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version');
  const keyed = () => stage.sandbox.requests.all().filter(({ authorization }) => authorization !== undefined);
  const inVault = () => {
    const { id } = stage.sandbox.accounts.get('small');
    return [...new Set(stage.sandbox.vault.items(id).map(row => row.modelVersionId))];
  };
  const modelOf = (versionId: number) => stage.sandbox.catalogue.findModelOfVersion(versionId)?.id ?? 0;
  let targets: number[] = [];
  const isOfUser = ({ versionIds }: LoggedRequest) =>
    versionIds.length > 0 && versionIds.every(id => targets.includes(modelOf(id)));
  const { press, presses } = createMeasuredPresses(() => toggles().filter(isOfUser).length);
  const inItsWorld = (page: Page, expression: string) =>
    runInContentScript(page, stage.browser.engine.origin(), expression);

  async function openAttacked(): Promise<Page> {
    const page = await stage.browser.newPage();
    await page.evaluateOnNewDocument(takeNamesAndPrototypes);
    await page.goto('https://civitai.com/collections/3', { waitUntil: 'load' });
    await allMarked(page, () => vaultTruth(stage, 'small'), 6);
    // Special models refuse to be added, and their marks say so.
    targets = (await modelsOut(page, stage)).slice(0, FEW);
    return page;
  }

  async function startAttacks(page: Page): Promise<void> {
    await page.evaluate(attackAtOnce, TURN_MS);
    await inItsWorld(page, attackByMessages(inVault(), TURN_MS));
    // The sign-in has come to the front, as it does for a press.
    await page.bringToFront();
  }

  async function stopAttacks(page: Page): Promise<void> {
    await page.evaluate('stopAttacks()');
    await inItsWorld(page, 'stopMessages()');
  }

  /** In our own window the user agrees to what they have pressed, and to nothing else. */
  async function answerQuestions(page: Page, modelId: number): Promise<void> {
    if ((await openQuestions(stage.browser)) === 0) return;
    const { name = '' } = stage.sandbox.catalogue.findModel(modelId) ?? {};
    const question = await untilAsked(stage.browser);
    const text = await question.evaluate(() => document.body.textContent ?? '');
    if (text.includes(name)) await (await agreeOnOwnGround(stage.browser)).close();
    else await decline(question);
    await page.bringToFront();
  }

  /** The attack may open its second question as soon as its first has closed. */
  async function decline(question: Page): Promise<void> {
    void question.keyboard.down('Escape').catch(() => undefined);
    await until('the question to close', () => question.isClosed());
  }

  /** Whether the dialog takes the confirmation; otherwise it closes by itself, and our own window asks. */
  async function canConfirm(page: Page): Promise<boolean> {
    const state = await until('the dialog to be ready, or gone', async () => {
      await openRoots(page);
      return page.evaluate(() => {
        const dialog = document.querySelector('[data-vaulted-ui="dialog"]');
        if (!dialog) return 'gone';
        return dialog.shadowRoot?.querySelector('.remove:not(:disabled)') ? 'ready' : undefined;
      });
    });
    return state === 'ready';
  }

  /** One thing that the user does: presses a card's mark, and goes on in the menu, the dialog or the window that comes of it. */
  async function work(page: Page, modelId: number): Promise<void> {
    await press(page, ofModel(modelId));
    const open = (await ui(page)).map(({ kind }) => kind);
    if (open.includes('dialog') && (await canConfirm(page))) await press(page, inDialog('remove'));
    else if (open.includes('menu')) await press(page, { host: '[data-vaulted-ui="menu"]', inside: '.item' });
    await answerQuestions(page, modelId);
    await page.keyboard.press('Escape');
  }

  it(
    'loses nothing that can’t be put back, gets answers, and has right marks at the end',
    async () => {
      const page = await openAttacked();
      const before = inVault();
      stage.sandbox.requests.clear();
      const startedAt = performance.now();
      const endsAt = startedAt + WORK_MS;
      await startAttacks(page);
      for (let at = 0; performance.now() < endsAt; at += 1) await work(page, targets[at % targets.length] ?? 0);
      await stopAttacks(page);
      const minutes = Math.max(1, (performance.now() - startedAt) / 60_000);
      await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
      const lost = before.filter(id => !inVault().includes(id));
      expect(lost.filter(id => !isPublic(stage, id))).toEqual([]);
      const others = toggles().filter(request => !isOfUser(request));
      expect(others.filter(({ toggled }) => toggled !== 'remove')).toEqual([]);
      expect(others.length).toBeLessThanOrEqual(REMOVED_PER_MINUTE * Math.ceil(minutes));
      // Removals are told to be refused: the attack has used up what pages can confirm, and its declined questions silence the tab.
      expect(
        toggles()
          .filter(isOfUser)
          .map(({ toggled }) => toggled),
      ).toContain('add');
      const caused = keyed().filter(request => !isOfUser(request)).length;
      expect(caused).toBeLessThanOrEqual(KEYED_PER_MINUTE * minutes);
      expect(presses.filter(({ ms }) => ms > ANSWERED_MS)).toEqual([]);
      expect(await page.evaluate(() => Reflect.get(window, 'caughtRoots'))).toEqual([]);
      await allMarked(page, () => vaultTruth(stage, 'small'), 6);
    },
    2 * WORK_MS,
  );
});
