import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '@/sandbox/accounts/seed-accounts.ts';
import { landmarks } from '@/sandbox/catalogue/landmarks.ts';
import { clickCentre } from '@/tests/e2e/support/browser/pointer.ts';
import { signInThroughPopup, textOf } from '@/tests/e2e/support/browser/sign-in.ts';
import {
  BUTTON,
  buttonOf,
  clickVersion,
  inDialog,
  openModel,
  settledMarks,
  untilButton,
} from '@/tests/e2e/support/site/model-page.ts';
import { type Mark, ui } from '@/tests/e2e/support/site/reading.ts';
import { everyCase, useStage } from '@/tests/e2e/support/stage.ts';
import { rowsOf } from '@/tests/e2e/support/vault/vault-truth.ts';
import { staysTrue, until, untilQuiet } from '@/tests/e2e/support/wait.ts';
import { type Case, type Ending, finish, readEnding, start } from './side-by-side.ts';

const { wai } = landmarks;
/** No second request for a version sooner: what reads may be behind (site-facts.md F.5). */
const LAG_ALLOWANCE_MS = 15_000;
const targets = ['in', 'out'] as const;
/** Up to 30 s until the browser wakes the background again, then 45 s until a lost request is certainly over. */
const SETTLED_MS = 110_000;

describe('a background that the browser stops between the request and its answer', () => {
  const stage = useStage({ member: 'small' });
  const cases: Case[] = targets.flatMap(target => [
    { target, way: { name: 'before it is done', fault: { kind: 'hang' }, posts: target === 'in' ? 2 : 1 } },
    { target, way: { name: 'after it is done', fault: { kind: 'hang', when: 'after-commit' }, posts: 1 } },
  ]);
  let endings = new Map<Case, Ending>();

  const carryOut = async () => {
    const found = new Map<Case, Ending>();
    const running = await start(stage, cases);
    const sent = () => stage.sandbox.requests.of('vault/toggle-version').length;
    await until('every request to be on its way', () => sent() === cases.length);
    await stage.browser.killWorker();
    await until(
      'every wish to be settled',
      async () => {
        for (const run of running) {
          const ending = await readEnding(stage, run, 0);
          found.set(run.current, ending);
          // Until the background is back, the page knows only that no answer came.
          if (ending.state === 'busy' || /will say how it went/.test(ending.words)) return false;
        }
        return true;
      },
      { timeoutMs: SETTLED_MS, everyMs: 2_000 },
    ).catch(() => undefined);
    return found;
  };

  beforeAll(async () => {
    endings = await carryOut();
  }, 200_000);

  it.for(cases)('$target: $way.name', { timeout: 200_000 }, async (current, { task }) => {
    const { target, way } = current;
    // Tried again among all the others: what only fails beside them must not pass by being alone.
    const found = task.result?.retryCount ? await carryOut() : endings;
    const { state, words, rows, posts } = found.get(current) ?? expect.fail('It was not carried out');
    expect(posts, words).toHaveLength(way.posts);
    if (target === 'out' && way.name === 'before it is done') {
      // No removal leaves from a journal: it has to be asked again.
      expect(words).toMatch(/couldn’t be sent in time.*Nothing was removed.*Ask for the removal again/);
      expect(rows).toBe(1);
    } else {
      expect(state, words).toBe(target === 'in' ? 'pending' : 'out');
      expect(rows).toBe(target === 'in' ? 1 : 0);
    }
  });
});

describe('a connection that is gone', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () => stage.sandbox.requests.of('vault/toggle-version').map(({ toggled }) => toggled);
  afterEach(() => stage.browser.setOffline(false));

  async function say(page: Page, index: number): Promise<string> {
    await clickVersion(page, index);
    return (await untilButton(page, 'to stand', ({ versionId }) => versionId === wai.versionIds[index])).name;
  }

  it('lets wishes wait, says so, and carries them out once it is back', { timeout: 90_000 }, async () => {
    const page = await openModel(stage.browser, wai, wai.versionIds[1]);
    await stage.browser.setOffline(true);
    await clickCentre(page, BUTTON);
    await untilButton(page, 'to wait', ({ name }) => /Waiting to add.*can’t be reached.*try again/i.test(name));
    await clickVersion(page, 0);
    await buttonOf(page, wai.versionIds[0]);
    await clickCentre(page, BUTTON);
    await clickCentre(page, inDialog('remove'));
    await untilButton(page, 'to wait', ({ name }) => /Waiting to remove.*can’t be reached.*try again/i.test(name));
    expect(toggles()).toEqual([]);

    await stage.browser.setOffline(false);
    const isDone = ({ state }: Mark) => state === 'out';
    await untilButton(page, 'to offer the version again', isDone, { timeoutMs: 30_000 });
    await until('the addition, too', async () => (await settledMarks(page, 12))[1]?.state === 'pending', {
      timeoutMs: 30_000,
    });
    expect(toggles().sort()).toEqual(['add', 'remove']);
    expect(wai.versionIds.slice(0, 2).map(id => rowsOf(stage, 'small', id).length)).toEqual([0, 1]);
  });

  if (everyCase) {
    it('drops a removal that could not leave within a minute', { timeout: 150_000 }, async () => {
      const page = await openModel(stage.browser, wai, wai.versionIds[3]);
      await stage.browser.setOffline(true);
      await clickCentre(page, BUTTON);
      await clickCentre(page, inDialog('remove'));
      await untilButton(page, 'to be given up', ({ name }) => /couldn’t be sent in time.*Ask for/.test(name), {
        timeoutMs: 75_000,
      });
      await stage.browser.setOffline(false);
      await staysTrue('nothing is sent', () => toggles().length === 0, 30_000);
      expect(await say(page, 3)).toMatch(/couldn’t be sent in time/);
      expect(rowsOf(stage, 'small', wai.versionIds[3])).toHaveLength(1);
    });
  }
});

describe('a key that is refused with 401', () => {
  const stage = useStage({ member: 'small' });
  const toggles = () =>
    stage.sandbox.requests.of('vault/toggle-version').map(({ status, toggled }) => [status, toggled]);

  /** The popup hears the same, asks for a key, and takes one that works. */
  async function connectAgain(): Promise<void> {
    const { faults } = stage.sandbox;
    for (const endpoint of ['vault/get', 'vault/all', 'me'] as const) {
      faults.add({ endpoint, kind: 'status', status: 401 });
    }
    const popup = await stage.browser.openPopup();
    await until('the popup to ask for a new key', async () => /no longer accepts/.test(await textOf(popup)));
    faults.clear();
    expect(await signInThroughPopup(popup, keys.small)).toMatchObject({ account: expect.stringContaining('small') });
    await stage.browser.closePopup(popup);
  }

  it.each([
    { target: 'in', versionId: wai.versionIds[1], rows: 0 },
    { target: 'out', versionId: wai.versionIds[0], rows: 1 },
  ])('$target: changes nothing, is not tried again, and asks for a new key', async ({ target, versionId, rows }) => {
    const page = await openModel(stage.browser, wai, versionId);
    stage.sandbox.faults.add({ endpoint: 'vault/toggle-version', versionId, kind: 'status', status: 401, times: 1 });
    await clickCentre(page, BUTTON);
    if (target === 'out') await clickCentre(page, inDialog('remove'));
    await until('the page to ask for a new key', async () =>
      (await ui(page)).some(
        ({ kind, text }) => kind === 'connect' && /no longer accepts the key.*vault hasn’t changed/i.test(text),
      ),
    );
    await untilQuiet('the number of requests', () => stage.sandbox.requests.all().length);
    expect(toggles()).toEqual([[401, undefined]]);
    expect(rowsOf(stage, 'small', versionId)).toHaveLength(rows);
    await connectAgain();
    await page.bringToFront();
    expect((await buttonOf(page, versionId)).state).toBe(rows === 0 ? 'out' : 'in');
    expect(toggles()).toHaveLength(1);
  });
});

// Browsers send a request again by themselves when a connection drops that they had used before, a POST as well.
describe('a browser that repeats a request whose answer was lost', () => {
  const stage = useStage({ member: 'small' });

  it('ends as it was wished, with no more requests than it takes', { timeout: 120_000 }, async () => {
    stage.sandbox.settings.keepAlive = true;
    const lost = { kind: 'drop', when: 'after-commit' } as const;
    const cases: Case[] = targets.map(target => ({ target, way: { name: 'repeated', fault: lost, posts: 1 } }));
    const endings = await finish(stage, await start(stage, cases), 100_000);
    for (const [{ target }, { state, words, rows, posts }] of endings) {
      const flips = posts.map(({ toggled }) => toggled);
      expect(flips.length, words).toBeLessThanOrEqual(3);
      expect(rows).toBe(target === 'in' ? 1 : 0);
      expect(state, words).toBe(target === 'in' ? 'pending' : 'out');
      // Repeated by the browser, it was undone: one more request put it right, not before that was safe.
      if (flips.length > 1) {
        const [first, second] = target === 'in' ? ['add', 'remove'] : ['remove', 'add'];
        expect(flips).toEqual([first, second, first]);
        expect((posts[2]?.at ?? 0) - (posts[1]?.at ?? 0)).toBeGreaterThan(LAG_ALLOWANCE_MS);
      }
    }
  });
});
