import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { modelPath, openModel } from '@/tests/e2e/support/site/model-page.ts';
import { ui } from '@/tests/e2e/support/site/reading.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { answerByKey, readQuestion, untilAsked } from '@/tests/e2e/support/vault/own-ground.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { until } from '@/tests/e2e/support/wait.ts';

const { wai } = landmarks;

/** No test can open the browser's own menu or press its keys: the events are given to the worker as Chromium would. */
describe('from anywhere', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version');
  async function inWorker(expression: string): Promise<unknown> {
    const target = await stage.browser.engine.puppeteer.waitForTarget(each => each.type() === 'service_worker');
    const worker = await target.worker();
    return worker?.evaluate(expression);
  }
  const dispatch = (event: string, ...args: unknown[]) =>
    inWorker(`chrome.${event}.dispatch(...${JSON.stringify(args)})`);

  it('each command has the key that it asks for', async () => {
    const own = `all.filter(({ name }) => name !== '_execute_action').map(({ shortcut }) => shortcut).join()`;
    expect(await inWorker(`chrome.commands.getAll().then(all => ${own})`)).toBe('Alt+Shift+V,Alt+Shift+F,Alt+Shift+K');
  });

  it('the menu of a link adds what it names, once, and a page on screen says so', async () => {
    const [, versionId] = wai.versionIds;
    const page = await openModel(stage.browser, wai, wai.versionIds[0]);
    const linkUrl = `https://civitai.com${modelPath(wai.modelId, versionId)}`;
    await dispatch('contextMenus.onClicked', { menuItemId: 'add-link', linkUrl, editable: false });
    await until('one addition', () => toggles().length === 1);
    expect(toggles()[0]?.versionIds).toEqual([versionId]);
    const said = async () => (await ui(page)).find(({ kind }) => kind === 'toast')?.text ?? '';
    await until('the page to say it', async () => /is in your vault/.test(await said()));
    expect(rowsOf(stage, 'small', versionId)).toHaveLength(1);
  });

  it('a text that names nothing sends nothing', async () => {
    await dispatch('contextMenus.onClicked', { menuItemId: 'add-text', selectionText: 'nothing of the kind' });
    const title = () => inWorker('chrome.action.getTitle({})');
    await until('the icon to say why', async () => /no link to a model/.test(String(await title())));
    expect(toggles()).toEqual([]);
  });

  it('the key for the version on screen removes nothing: a window of ours asks', async () => {
    const [versionId] = wai.versionIds;
    const page = await openModel(stage.browser, wai, versionId);
    await page.bringToFront();
    await dispatch('commands.onCommand', 'toggle-version');
    const question = await untilAsked(stage.browser);
    expect((await readQuestion(question)).name).toBe('Remove from your vault?');
    await answerByKey(stage.browser, question, 'Escape');
    expect([rowsOf(stage, 'small', versionId).length, toggles().length]).toEqual([1, 0]);
  });
});
