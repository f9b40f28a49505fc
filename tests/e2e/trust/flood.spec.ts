import { describe, expect, it } from 'vitest';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { openModel } from '@/tests/e2e/support/site/model-page.ts';
import { useStage } from '@/tests/e2e/support/stage.ts';
import { until, untilQuiet } from '@/tests/e2e/support/wait.ts';
import { type SentMessage, sendAsPage, withBridge } from './send-as-page.ts';

const { wai } = landmarks;

describe('what a page can cause', async () => {
  const stage = useStage({ member: 'small', ...(await withBridge()) });
  const all = () => stage.sandbox.requests.all();
  const keyed = () => all().filter(({ authorization }) => authorization !== undefined);
  const quiet = () => untilQuiet('the number of requests', () => all().length);

  it('10,000 links to versions in one text: a list of now answers for all, without a request', async () => {
    const page = await openModel(stage.browser, wai);
    await quiet();
    stage.sandbox.requests.clear();
    await page.evaluate(() => {
      const text = document.createElement('p');
      for (let id = 1; id <= 10_000; id += 1) {
        const link = document.createElement('a');
        link.href = `/models/${5_000_000 + id}?modelVersionId=${6_000_000 + id}`;
        link.textContent = `${id} `;
        text.append(link);
      }
      document.body.append(text);
    });
    await until('the links to be marked', () => page.$('a[href*="6010000"][data-vaulted]').then(Boolean), {
      timeoutMs: 30_000,
    });
    await quiet();
    expect(keyed()).toEqual([]);
  });

  it('a script that hovers: nothing is looked up, and no script is loaded', async () => {
    const page = await stage.browser.newPage('/models');
    await page.waitForSelector('[data-vaulted-kind="card"]');
    await quiet();
    stage.sandbox.requests.clear();
    await page.evaluate(async () => {
      for (const mark of document.querySelectorAll('[data-vaulted-kind="card"]'))
        mark.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' }));
      await new Promise(resolve => setTimeout(resolve, 400));
    });
    await quiet();
    expect(all().filter(({ path }) => path.startsWith('/api/'))).toEqual([]);
  });

  it('a script in the content script’s world: few requests, one tab', async () => {
    const page = await openModel(stage.browser, wai);
    await quiet();
    stage.sandbox.requests.clear();
    const check = (first: number, count: number): SentMessage => {
      const versionIds = Array.from({ length: count }, (_, at) => 7_000_000 + first + at);
      return ['check-versions', { versionIds, isFresh: true }];
    };
    const answers = await sendAsPage(stage, page, [
      ...Array.from({ length: 300 }, (_, at) => check(at * 10, 10)),
      ...Array.from({ length: 20 }, (_, at) => check(at * 500, 500)),
      ...Array.from({ length: 30 }, (): SentMessage[] => [['open-sign-in'], ['free-space']]).flat(),
    ]);
    // The tab that is open now has to be found again.
    await sendAsPage(stage, page, [['open-sign-in']]);
    const refused = answers.filter(answer => answer?.problem?.kind === 'page-limit').length;
    await quiet();
    const checked = stage.sandbox.requests.of('vault/check-vault');
    expect(refused).toBeGreaterThan(0);
    expect(checked.flatMap(({ versionIds }) => versionIds).length).toBeLessThanOrEqual(300);
    expect(keyed().length).toBeLessThanOrEqual(60);
    const signIns = (await stage.browser.openTabs()).filter(url => url.endsWith('/popup.html?tab'));
    expect(signIns).toHaveLength(1);
    await stage.browser.engine.closeTab(signIns[0] ?? '');
  });
});
