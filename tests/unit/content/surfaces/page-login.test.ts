// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { accountToName, connectionHere, readPageUserId } from '@/entrypoints/civitai.content/surfaces/page-login';
import type { Connection } from '@/utils/account/account';

const LOGIN: Connection = {
  kind: 'signed-in',
  session: 's',
  userId: 3,
  username: 'ada',
  membership: 'unknown',
  canWrite: false,
  isLogin: true,
};

function openPage(session: unknown): void {
  const data = JSON.stringify({ props: { pageProps: { session } }, query: {} });
  document.body.innerHTML = `<div id="__NEXT_DATA__">{}</div><script id="__NEXT_DATA__" type="application/json">${data}</script>`;
}

afterEach(() => {
  document.body.innerHTML = '';
});

describe('a tab and the site’s login that the vault is read with', () => {
  it.each([
    ['the same user', { user: { id: 3 } }],
    ['the same user, told plainly', { id: 3 }],
    ['a page that doesn’t say', undefined],
    ['a page that says something else', 'x'],
  ])('shows the vault to %s', (_, session) => {
    openPage(session);
    expect(connectionHere(LOGIN)).toBe(LOGIN);
  });

  it.each([
    ['another user', { user: { id: 4 } }],
    ['another user, told plainly', { id: 4 }],
  ])('shows nothing to %s, and says whose vault it is', (_, session) => {
    openPage(session);
    expect(connectionHere(LOGIN)).toMatchObject({ kind: 'signed-out', isLogin: true, username: 'ada' });
  });

  it('is not compared where there is a key', () => {
    openPage({ user: { id: 4 } });
    const { isLogin: _, ...withKey } = LOGIN;
    expect(connectionHere(withKey)).toBe(withKey);
  });

  it('is read from the page’s own data alone, whole or not at all', () => {
    expect(readPageUserId()).toBeUndefined();
    document.body.innerHTML = '<script id="__NEXT_DATA__">{"props":{"pageProps":{"sess</script>';
    expect(readPageUserId()).toBeUndefined();
  });
});

describe('marks name whose vault it is', () => {
  it.each([
    ['https://civitai.red/models/1', 'ada'],
    ['https://civitai.com/models/1', undefined],
  ])('on %s: %s', (address, expected) => {
    location.href = address;
    expect(accountToName(LOGIN)).toBe(expected);
    const { isLogin: _, ...withKey } = LOGIN;
    expect(accountToName(withKey)).toBeUndefined();
  });
});
