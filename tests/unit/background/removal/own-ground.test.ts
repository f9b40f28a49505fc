import { beforeEach, describe, expect, it } from 'vitest';
import { version } from '@/tests/unit/background/api/ids';
import { createWindows, MINUTE, NOW, startWorker } from './stage';

const clock = { now: NOW };
let browser = createWindows();
const ask = (fromTab = 1) =>
  startWorker({ clock })
    .removals.ask({ session: 's', versionId: version(7) }, fromTab)
    .then(answer => (answer.ok ? answer.value : answer.problem));
const ground = () => startWorker({ clock }).removals.ownGround;

beforeEach(() => {
  clock.now = NOW;
  browser = createWindows();
});

describe('a question on our own ground', () => {
  it('opens a window whose address names nothing but the question', async () => {
    await ask();
    const [url = ''] = browser.urls;
    expect(url).toMatch(/\/confirm\.html\?[0-9a-f-]{36}$/);
    expect(await ground().find(browser.id())).toMatchObject({ session: 's', versionId: 7 });
    expect(await ground().find('another')).toBeUndefined();
  });

  it('opens a tab where there are no windows, and says so where neither opens', async () => {
    browser.windows.create.mockRejectedValue(new Error('not on this device'));
    expect(await ask()).toEqual({ outcome: 'opened' });
    expect(browser.urls).toHaveLength(1);
    clock.now += 11 * MINUTE;
    Object.assign((await import('wxt/testing/fake-browser')).fakeBrowser.tabs, {
      create: () => Promise.reject(new Error('no')),
    });
    expect(await ask()).toEqual({ outcome: 'failed' });
    expect(await ask()).toEqual({ outcome: 'failed' });
  });

  it('is one at a time: another press brings it to the front, also after the worker was killed', async () => {
    await ask();
    expect(await ask()).toEqual({ outcome: 'already-open' });
    expect(await ask(2)).toEqual({ outcome: 'already-open' });
    expect(browser.urls).toHaveLength(1);
  });

  it('is answered once', async () => {
    await ask();
    const one = ground();
    const answers = await Promise.all([one.answer(browser.id(), true), one.answer(browser.id(), true)]);
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await ground().find(browser.id())).toBeUndefined();
    expect(await ground().answer('made-up', true)).toBeUndefined();
  });

  it('is over after a minute: a late yes removes nothing, and its window gives way to the next', async () => {
    await ask();
    const id = browser.id();
    clock.now += MINUTE;
    expect(await ground().find(id)).toBeUndefined();
    expect(await ground().answer(id, true)).toBeUndefined();
    expect(await ask()).toEqual({ outcome: 'opened' });
    expect(await ground().find(browser.id())).toBeDefined();
  });

  it('is over once its window was closed', async () => {
    await ask();
    browser.tabs.clear();
    expect(await ask()).toEqual({ outcome: 'opened' });
  });
});

describe('a tab whose questions were declined', () => {
  const decline = async () => {
    expect(await ask()).toEqual({ outcome: 'opened' });
    await ground().answer(browser.id(), false);
  };

  it('is silent for ten minutes after the second time, and other tabs are not', async () => {
    await decline();
    await decline();
    expect(await ask()).toEqual({ outcome: 'silent', until: NOW + 10 * MINUTE });
    expect(await ask(2)).toEqual({ outcome: 'opened' });
    await ground().answer(browser.id(), true);
    clock.now += 10 * MINUTE;
    expect(await ask()).toEqual({ outcome: 'opened' });
  });

  it('counts a closed window and a minute of silence as a no', async () => {
    await ask();
    browser.tabs.clear();
    await ask();
    clock.now += MINUTE;
    expect(await ask()).toMatchObject({ outcome: 'silent' });
  });

  it('may ask again once the user has agreed', async () => {
    await decline();
    await ask();
    await ground().answer(browser.id(), true);
    await decline();
    expect(await ask()).toEqual({ outcome: 'opened' });
  });
});
