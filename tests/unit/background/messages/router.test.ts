import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answer, callerOf, type Handlers } from '@/entrypoints/background/messages/router';
import { fail, ok } from '@/utils/problem';
import { DEFAULT_SETTINGS } from '@/utils/settings/settings';

const unexpected = fail({ kind: 'unexpected' });

function handlers(): Handlers {
  const checked = { connection: { kind: 'signed-out' as const }, facts: [] };
  return {
    'cached-versions': vi.fn(async () => checked),
    'check-versions': vi.fn(async () => checked),
    'refresh-if-stale': vi.fn(async () => undefined),
    'toggled-by-site': vi.fn(async () => undefined),
    'submit-intent': vi.fn(async () => unexpected),
    're-add': vi.fn(async () => unexpected),
    'dismiss-owed': vi.fn(async () => undefined),
    'model-versions': vi.fn(async () => unexpected),
    'version-availability': vi.fn(async () => unexpected),
    'cached-models': vi.fn(async () => ({ models: [] })),
    'cached-items': vi.fn(async () => ({ items: [], facts: [], status: { kind: 'never' as const } })),
    'item-names': vi.fn(async () => ({})),
    settings: vi.fn(async () => DEFAULT_SETTINGS),
    availabilities: vi.fn(async () => unexpected),
    'site-account': vi.fn(async () => unexpected),
    'refresh-now': vi.fn(async () => undefined),
    'free-space': vi.fn(async () => unexpected),
    'load-on-demand-script': vi.fn(async () => ({})),
    'open-sign-in': vi.fn(async () => undefined),
    'sign-in': vi.fn(async () => ok({ kind: 'signed-out' as const })),
    'sign-out': vi.fn(async () => undefined),
    'refresh-account': vi.fn(async () => unexpected),
  };
}

const id = fakeBrowser.runtime.id;
const site = { id, url: 'https://civitai.com/models/1', frameId: 0 };
const page = { id, url: fakeBrowser.runtime.getURL('/popup.html') };

describe('callerOf', () => {
  it.each([
    ['a Civitai page', site, 'site'],
    ['the other domain', { ...site, url: 'https://civitai.red/models' }, 'site'],
    ['an extension page, also in a tab', { ...page, frameId: 0 }, 'page'],
    ['a frame on the site', { ...site, frameId: 3 }, undefined],
    ['another site', { ...site, url: 'https://example.com/' }, undefined],
    ['a look-alike', { ...site, url: 'https://civitai.com.example.com/' }, undefined],
    ['another extension', { ...site, id: 'other' }, undefined],
    ['nobody', {}, undefined],
  ] as const)('tells %s', (_, sender, expected) => {
    expect(callerOf(sender)).toBe(expected);
  });
});

describe('answer', () => {
  it('serves those on the guest list', async () => {
    const all = handlers();
    await answer(all, { vaulted: 'check-versions', arg: { versionIds: [1] } }, site);
    expect(all['check-versions']).toHaveBeenCalledWith({ versionIds: [1] }, undefined);
    await answer(all, { vaulted: 'load-on-demand-script' }, { ...site, tab: { id: 7 } });
    expect(all['load-on-demand-script']).toHaveBeenCalledWith(undefined, 7);
    await answer(all, { vaulted: 'sign-in', arg: { key: 'abc' } }, page);
    expect(all['sign-in']).toHaveBeenCalledTimes(1);
  });

  it.each(['sign-in', 'sign-out', 'refresh-account'])('does not let a page of the site call %s', name => {
    const all = handlers();
    expect(answer(all, { vaulted: name, arg: { key: 'abc' } }, site)).toBeUndefined();
    expect(all['sign-in']).not.toHaveBeenCalled();
  });

  it.each([
    ['re-add', { session: 's', versionId: 1, target: 'out', confirmedAt: 1, addAgain: true }],
    ['dismiss-owed', { versionId: 1 }],
  ])('lets no page of the site call %s, and a page of the extension does', async (name, arg) => {
    const all = handlers();
    expect(answer(all, { vaulted: name, arg }, site)).toBeUndefined();
    for (const handler of Object.values(all)) expect(handler).not.toHaveBeenCalled();
    await answer(all, { vaulted: name, arg }, page);
    expect(Object.values(all).filter(handler => vi.mocked(handler).mock.calls.length > 0)).toHaveLength(1);
  });

  it.each([{ addAgain: undefined }, { target: 'in' }, { confirmedAt: undefined }])(
    'takes no re-add that is not one: %o',
    async changes => {
      const all = handlers();
      const arg = { session: 's', versionId: 1, target: 'out', confirmedAt: 1, addAgain: true, ...changes };
      expect(await answer(all, { vaulted: 're-add', arg }, page)).toEqual(unexpected);
      expect(all['re-add']).not.toHaveBeenCalled();
    },
  );

  it.each([
    ['an unknown message', { vaulted: 'fetch', arg: { url: 'https://example.com' } }],
    ['an inherited name', { vaulted: 'toString' }],
    ['nothing', undefined],
    ['a word', 'check-versions'],
  ])('has no answer to %s', (_, message) => {
    expect(answer(handlers(), message, page)).toBeUndefined();
  });

  it.each([
    ['check-versions', { versionIds: [0] }],
    ['check-versions', { versionIds: [-1] }],
    ['check-versions', { versionIds: [1.5] }],
    ['check-versions', { versionIds: [99999999999] }],
    ['check-versions', { versionIds: ['1'] }],
    ['check-versions', { versionIds: Array.from({ length: 2_001 }, (_, index) => index + 1) }],
    ['check-versions', undefined],
    ['cached-models', { modelIds: [0] }],
    ['cached-models', {}],
    ['cached-models', { modelIds: Array.from({ length: 2_001 }, (_, index) => index + 1) }],
    ['check-versions', { versionIds: [1], isFresh: 'yes' }],
    ['cached-versions', { versionIds: ['1'] }],
    ['refresh-if-stale', { versionIds: [1] }],
    ['submit-intent', { session: 's', versionId: 1, target: 'in', modelId: 'x' }],
    ['submit-intent', { session: 's', versionId: 1, target: 'flip' }],
    ['submit-intent', { session: 's', versionId: 1, target: 'out' }],
    ['submit-intent', { session: 's', versionId: 1, target: 'out', confirmedAt: 1, addAgain: true }],
    ['submit-intent', { session: 's', versionId: '1', target: 'in' }],
    ['submit-intent', { session: 1, versionId: 1, target: 'in' }],
    ['submit-intent', { versionId: 1, target: 'in' }],
    ['model-versions', { modelId: 0 }],
    ['version-availability', {}],
  ])('refuses %s with a bad argument', async (name, arg) => {
    const all = handlers();
    expect(await answer(all, { vaulted: name, arg }, site)).toEqual(unexpected);
    for (const handler of Object.values(all)) expect(handler).not.toHaveBeenCalled();
  });

  it('turns a crash into a problem', async () => {
    const all = { ...handlers(), 'refresh-account': () => Promise.reject(new Error('boom')) };
    expect(await answer(all, { vaulted: 'refresh-account' }, page)).toEqual(unexpected);
  });
});
