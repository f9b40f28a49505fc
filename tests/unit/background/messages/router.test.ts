import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answer } from '@/entrypoints/background/messages/router';
import { fail } from '@/utils/problem';
import { page, site, start } from './start-endpoints';

const unexpected = fail({ kind: 'unexpected' });

describe('answer', () => {
  it('serves those on the guest list', async () => {
    const { endpoints, engine, account } = start();
    await answer(endpoints, { vaulted: 'check-versions', arg: { versionIds: [1] } }, site);
    expect(engine.cachedFacts).toHaveBeenCalledExactlyOnceWith([1]);
    await answer(endpoints, { vaulted: 'sign-in', arg: { key: 'abc' } }, page);
    expect(account.signIn).toHaveBeenCalledExactlyOnceWith('abc', undefined);
  });

  it('tells the endpoint which tab asks', async () => {
    const executeScript = vi.fn(async () => []);
    Object.assign(fakeBrowser, { scripting: { executeScript } });
    const message = { vaulted: 'load-on-demand-script' };
    expect(await answer(start().endpoints, message, { ...site, tab: { id: 7 } })).toEqual({});
    expect(executeScript).toHaveBeenCalledExactlyOnceWith({ target: { tabId: 7 }, files: ['/on-demand.js'] });
    expect(await answer(start().endpoints, message, site)).toEqual(unexpected);
  });

  it.each(['sign-in', 'sign-out', 'refresh-account', 'cached-items', 'availabilities', 'site-account', 'refresh-now'])(
    'does not let a page of the site send %s',
    name => {
      const { endpoints, calls } = start();
      expect(answer(endpoints, { vaulted: name, arg: { key: 'abc' } }, site)).toBeUndefined();
      expect(calls()).toBe(0);
    },
  );

  it.each(['toggled-by-site', 'model-versions', 'item-names', 'settings', 'free-space', 'open-sign-in'])(
    'does not let a page of the extension send %s, which only the site’s pages need',
    name => {
      const { endpoints, calls } = start();
      expect(answer(endpoints, { vaulted: name, arg: { versionId: 1, modelId: 1 } }, page)).toBeUndefined();
      expect(calls()).toBe(0);
    },
  );

  it.each([
    ['re-add', { session: 's', versionId: 1, target: 'out', confirmedAt: 1, addAgain: true }],
    ['dismiss-owed', { versionId: 1 }],
  ])('lets no page of the site send %s, and a page of the extension does', async (name, arg) => {
    const { endpoints, engine, calls } = start();
    expect(answer(endpoints, { vaulted: name, arg }, site)).toBeUndefined();
    expect(calls()).toBe(0);
    await answer(endpoints, { vaulted: name, arg }, page);
    expect(engine.submit.mock.calls.length + engine.dismissOwed.mock.calls.length).toBe(1);
  });

  it.each([
    ['re-add', { addAgain: undefined }],
    ['re-add', { target: 'in' }],
    ['re-add', { confirmedAt: undefined }],
    ['submit-intent', {}],
  ])('takes no %s with %o', async (name, changes) => {
    const { endpoints, calls } = start();
    const arg = { session: 's', versionId: 1, target: 'out', confirmedAt: 1, addAgain: true, ...changes };
    expect(await answer(endpoints, { vaulted: name, arg }, page)).toEqual(unexpected);
    expect(calls()).toBe(0);
  });

  it.each([
    ['an unknown message', { vaulted: 'fetch', arg: { url: 'https://example.com' } }],
    ['an inherited name', { vaulted: 'toString' }],
    ['nothing', undefined],
    ['a word', 'check-versions'],
  ])('has no answer to %s', (_, message) => {
    expect(answer(start().endpoints, message, page)).toBeUndefined();
  });

  it('refuses a sender that it does not know, whatever is sent', () => {
    const { endpoints, calls } = start();
    for (const { name } of endpoints) {
      expect(answer(endpoints, { vaulted: name }, { ...site, url: 'https://example.com/' })).toBeUndefined();
      expect(answer(endpoints, { vaulted: name }, { ...page, id: 'other' })).toBeUndefined();
    }
    expect(calls()).toBe(0);
  });

  it('removes nothing because the site is said to have toggled it: without a confirmation no removal is taken', async () => {
    const { endpoints, engine } = start();
    await answer(endpoints, { vaulted: 'toggled-by-site', arg: { versionId: 1 } }, site);
    const removal = { session: 's', versionId: 1, target: 'out' };
    for (const forged of [removal, { ...removal, confirmedAt: true }, { ...removal, isUndo: true }]) {
      expect(await answer(endpoints, { vaulted: 'submit-intent', arg: forged }, site)).toEqual(unexpected);
    }
    expect(engine.submit).not.toHaveBeenCalled();
  });

  it('turns a crash into a problem', async () => {
    const { endpoints, account } = start();
    account.refresh.mockRejectedValue(new Error('boom'));
    expect(await answer(endpoints, { vaulted: 'refresh-account' }, page)).toEqual(unexpected);
    account.refresh.mockImplementation(() => {
      throw new Error('at once');
    });
    expect(await answer(endpoints, { vaulted: 'refresh-account' }, page)).toEqual(unexpected);
  });
});
