import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Endpoint } from '@/entrypoints/background/messages/endpoint';
import { createEndpoints } from '@/entrypoints/background/messages/endpoints';
import { callerOf, route } from '@/entrypoints/background/messages/router';
import * as history from '@/utils/messages/rows/history-requests';
import * as login from '@/utils/messages/rows/login-requests';
import * as ownGround from '@/utils/messages/rows/own-ground-requests';
import * as radar from '@/utils/messages/rows/radar-requests';
import * as removals from '@/utils/messages/rows/removal-requests';
import * as requests from '@/utils/messages/rows/requests';
import * as tabs from '@/utils/messages/rows/tab-requests';
import { createFakeServices } from './fake-services';

const id = fakeBrowser.runtime.id;
const site = { id, url: 'https://civitai.com/models/1', frameId: 0 };
const page = { id, url: fakeBrowser.runtime.getURL('/popup.html') };
const endpoints = createEndpoints(createFakeServices());

describe('callerOf', () => {
  it.each([
    ['a Civitai page', site, 'site'],
    ['the other domain', { ...site, url: 'https://civitai.red/models' }, 'site'],
    ['an extension page, also in a tab', { ...page, frameId: 0 }, 'page'],
    ['the page that confirms', { ...page, url: fakeBrowser.runtime.getURL('/confirm.html') }, 'confirm'],
    ['a frame on the site', { ...site, frameId: 3 }, undefined],
    ['another site', { ...site, url: 'https://example.com/' }, undefined],
    ['a look-alike', { ...site, url: 'https://civitai.com.example.com/' }, undefined],
    ['another extension', { ...site, id: 'other' }, undefined],
    ['nobody', {}, undefined],
  ] as const)('tells %s', (_, sender, expected) => {
    expect(callerOf(sender)).toBe(expected);
  });
});

describe('the list of endpoints', () => {
  it('has one for every row, each once', () => {
    const names = endpoints.map(({ name }) => name);
    expect(names.toSorted()).toEqual(
      Object.values({ ...requests, ...ownGround, ...history, ...tabs, ...login, ...removals, ...radar })
        .map(({ name }) => name)
        .toSorted(),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('is taken by the router only if it is whole', () => {
    const none: Endpoint<'sign-in'>[] = [];
    // @ts-expect-error: all messages but one have no endpoint.
    expect(() => route(none)).not.toThrow();
    expect(() => route(endpoints)).not.toThrow();
  });
});
