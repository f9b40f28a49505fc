// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { App } from '@/entrypoints/popup/screens/app';
import { click, find, mount, words } from '@/tests/unit/components/mount';
import { connectionOf, createHost, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import type { Snapshot } from '@/utils/account/account';
import { ok } from '@/utils/problem';
import { open, settle } from './open-popup';

const LOGIN: Partial<Snapshot> = { keyTail: '', canWrite: false, isLogin: true };
const LABEL = 'See your vault with your Civitai login';
const loginButton = (root: HTMLElement) => root.querySelector<HTMLButtonElement>('.login-button button');

async function openWithLogin() {
  const world = createHost();
  world.host.usableLogin.mockResolvedValue({ user: { username: 'keeper' } });
  const root = await open(world);
  await settle();
  return { ...world, root };
}

describe('the vault with the site’s own login', () => {
  it('is one press away, beside the way to a key', async () => {
    const { root, host } = await openWithLogin();
    expect(words(loginButton(root) ?? root)).toBe(LABEL);
    expect(words(find(root, '.login-button'))).toContain('Shows the vault of keeper: no key, read only.');
    expect(find(root, 'form input')).toBeTruthy();
    host.showWithLogin.mockResolvedValue(ok(connectionOf(snapshotWith(LOGIN))));
    host.refresh.mockResolvedValue(ok(snapshotWith(LOGIN)));
    await click(find(root, '.login-button button'));
    await settle();
    expect(host.showWithLogin).toHaveBeenCalledOnce();
    expect(words(find(root, 'section.account'))).toContain('Civitai login, read only');
    const note = find(root, 'section.connected');
    expect(words(note)).toContain('Adding and removing takes an API key.');
    expect([note.dataset.tone, note.querySelector('.key-check')]).toEqual(['partly', null]);
    await click(find(note, 'button'));
    await settle();
    expect(find(root, 'form input')).toBeTruthy();
  });

  it('is not there where the worker sees no login', async () => {
    const world = createHost();
    const root = await open(world);
    expect(loginButton(root)).toBeNull();
    expect(find(root, 'form input')).toBeTruthy();
  });

  it('says in a private window why it is not there', async () => {
    const world = createHost();
    world.host.usableLogin.mockResolvedValue({ isPrivate: true });
    const root = await open(world);
    await settle();
    expect(loginButton(root)).toBeNull();
    expect(words(find(root, '.connect'))).toMatch(/can’t show your vault in a private window, because/);
    expect(find(root, 'form input')).toBeTruthy();
  });

  it('that the site refuses leaves the way to a key, and says so', async () => {
    const { root } = await openWithLogin();
    await click(find(root, '.login-button button'));
    await settle();
    expect(words(find(root, '.login-button [role=alert]'))).toContain('Civitai doesn’t let Vaulted use your login.');
    expect(words(loginButton(root) ?? root)).toBe(LABEL);
    expect(find(root, 'form input')).toBeTruthy();
  });

  it('says why a key is needed where an addition has led here', async () => {
    const world = createHost(snapshotWith(LOGIN));
    const root = await mount(<App host={world.host} isTab isToChange figures={await world.host.readFigures()} />);
    await settle();
    expect(words(find(root, '.notice'))).toContain('Your Civitai login lets Vaulted only look at your vault.');
    expect(find(root, 'form input')).toBeTruthy();
    expect(loginButton(root)).toBeNull();
  });
});
