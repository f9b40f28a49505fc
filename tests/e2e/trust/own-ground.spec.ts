import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { axeFindings } from '@/tests/e2e/support/browser/axe.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { BUTTON, openModel, untilButton } from '@/tests/e2e/support/site/model-page.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { pressInPopup } from '@/tests/e2e/support/vault/open-removals.ts';
import { answerByKey, openQuestions, readQuestion, untilAsked } from '@/tests/e2e/support/vault/own-ground.ts';
import { isPublic, rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until, untilValue } from '@/tests/e2e/support/wait.ts';
import { type SentMessage, sendAsPage, withBridge } from './send-as-page.ts';

const { wai, generationOnly } = landmarks;

describe('a removal that a page can’t confirm', async () => {
  const stage = useStage({ member: 'small', ...(await withBridge()) });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version');
  const isKept = (id: number) => rowsOf(stage, 'small', id).length > 0;
  const pressRemove = async () => {
    const page = await openModel(stage.browser, generationOnly, generationOnly.generationVersionId);
    await clickCentre(page, BUTTON);
    return { page, question: await untilAsked(stage.browser) };
  };

  it('is asked about in a window of ours: to keep is the default, and a press at once does nothing', async () => {
    const { question } = await pressRemove();
    // The window asks at once, and looks up meanwhile what a removal would mean.
    const isLookedUp = ({ description }: { description: string }) => description.includes('This may be the only copy.');
    const shown = await untilValue('what the risk is', () => readQuestion(question), isLookedUp);
    expect(shown.name).toBe('Remove from your vault?');
    expect(shown.description).toMatch(/of .*·.*GB|MB/);
    expect(shown.focus).toBe('Keep in vault');
    const { engine } = stage.browser;
    await engine.setScheme('light', [question]);
    expect(await axeFindings(question)).toEqual([]);
    await stage.browser.screenshot(question, 'own-ground-light');
    await engine.setScheme('dark', [question]);
    await question.setViewport({ width: 320, height: 560 });
    expect(await axeFindings(question, { rules: ['color-contrast'] })).toEqual([]);
    await stage.browser.screenshot(question, 'own-ground-dark-narrow');
    expect((await readQuestion(question)).isWider).toBe(false);
    await answerByKey(stage.browser, question, 'Escape');
    expect([isKept(generationOnly.generationVersionId), toggles().length]).toEqual([true, 0]);
  });

  it('leaves once the user agrees there, by keyboard', async () => {
    const { page, question } = await pressRemove();
    const isReady = async () => {
      const { isInert, focus } = await readQuestion(question);
      return !isInert && focus === 'Keep in vault';
    };
    await until('the button to be ready, and the focus beside it', isReady);
    await question.keyboard.press('Tab');
    await question.keyboard.press('Enter');
    await pressInPopup(stage.browser, 'now');
    await question.bringToFront();
    await until('the end', async () => /was removed/.test((await readQuestion(question)).text));
    expect(isKept(generationOnly.generationVersionId)).toBe(false);
    await answerByKey(stage.browser, question, 'Enter');
    await page.bringToFront();
    await untilButton(page, 'to follow', ({ state }) => state !== 'in');
  });

  it('300 with invented confirmations: ten leave that can be put back', async () => {
    const page = await openModel(stage.browser, wai);
    const inVault = () =>
      stage.sandbox.vault.items(stage.sandbox.accounts.get('small').id).map(row => row.modelVersionId);
    const before = inVault();
    const [cached] = await sendAsPage(stage, page, [['cached-versions', { versionIds: before.slice(0, 1) }]]);
    const removals = Array.from({ length: 300 }, (_, at): SentMessage => {
      const about = { session: cached?.connection?.session, versionId: before[at % before.length] };
      return ['submit-intent', { ...about, target: 'out', confirmedAt: Date.now() }];
    });
    await sendAsPage(stage, page, removals);
    const after = new Set(inVault());
    const lost = before.filter(id => !after.has(id));
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.length).toBeLessThanOrEqual(10);
    expect(await openQuestions(stage.browser)).toBe(1);
    expect(lost.filter(id => !isPublic(stage, id))).toEqual([]);
  });
});
