// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { click, control, find, words } from '@/tests/unit/components/mount';
import { connectionOf, createHost, later, MINUTE, NOW, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import type { Connection } from '@/utils/account/account';
import { fail, ok, type Problem, type Result } from '@/utils/problem';
import { enterKey, open, settle } from './open-popup';

const GOOD_KEY = '0123456789abcdef0123456789abcdef';
const WRONG_KEY = 'fedcba9876543210fedcba9876543210';

describe('signing in', () => {
  it('says that a key is wrong, and keeps it out of the page', async () => {
    const world = createHost();
    const root = await open(world);
    await enterKey(root, WRONG_KEY);
    expect(world.host.signIn).toHaveBeenCalledExactlyOnceWith(WRONG_KEY, false);
    expect(words(find(root, '[role=alert]'))).toContain('Civitai doesn’t accept this key.');
    expect(root.innerHTML).not.toContain(WRONG_KEY);
  });

  it('says that a key was revoked, above the field for a new one', async () => {
    const world = createHost(snapshotWith());
    world.failWith({ kind: 'key-refused' });
    const root = await open(world);
    expect(words(find(root, '.notice'))).toContain('no longer accepts your API key');
    expect(words(root)).toContain('Connect again');
    expect(find(root, 'input')).toBeTruthy();
  });

  it.each<[Problem, string]>([
    [{ kind: 'offline' }, 'Civitai can’t be reached. Check your connection'],
    [{ kind: 'limited', until: NOW + MINUTE }, 'Trying again at 14:01.'],
    [{ kind: 'unreadable' }, 'couldn’t be read'],
  ])('%j: says why it could not be checked', async (problem, sentence) => {
    const world = createHost();
    world.host.signIn.mockResolvedValue(fail(problem));
    const root = await open(world);
    await enterKey(root, GOOD_KEY);
    expect(words(find(root, '[role=alert]'))).toContain(sentence);
  });

  it('is busy while the key is checked, then shows the vault and keeps the focus on the page', async () => {
    const world = createHost();
    const answer = later<Result<Connection>>();
    world.host.signIn.mockReturnValue(answer.promise);
    const root = await open(world);
    await enterKey(root, GOOD_KEY);
    expect(control(root, 'Checking the key…')).toBeTruthy();
    world.host.refresh.mockResolvedValue(ok(snapshotWith()));
    answer.settle(ok(connectionOf(snapshotWith())));
    await settle();
    expect(words(root)).toContain('6.46 GB of 10 GB used');
    expect(root.innerHTML).not.toContain(GOOD_KEY);
    expect(document.activeElement).toBe(find(root, 'main'));
    expect(words(root)).not.toContain('Close this tab');
  });

  it('stores the key only until the browser closes, if the user asks for it', async () => {
    const world = createHost();
    const root = await open(world);
    await click(find(root, 'form [type=checkbox]'));
    await enterKey(root, GOOD_KEY);
    expect(world.host.signIn).toHaveBeenCalledExactlyOnceWith(GOOD_KEY, true);
  });

  it('says why it has to be done again after the browser was closed', async () => {
    const world = createHost();
    world.failWith({ kind: 'not-signed-in', isForgotten: true });
    const root = await open(world);
    expect(words(find(root, '.notice'))).toContain('has forgotten your key, as you asked');
    expect(words(root)).toContain('Connect again');
  });

  it('in the popup leads to the steps in a tab, which doesn’t close on the way to the site', async () => {
    const world = createHost();
    await click(control(await open(world), 'Get a key in three steps'));
    expect(world.host.openTab).toHaveBeenCalledOnce();
    expect(words(await open(createHost(), true))).toContain('Limit it to your vault');
  });

  it.each([
    [{ keyScope: 33_554_431 }, 'Do everything else on your account as well.', true],
    [{ keyScope: 25_165_825, canWrite: false }, 'Not add or remove anything', false],
    [{ keyScope: 25_165_825 }, 'Add to it, and remove from it', false],
  ])('with %j says what the key can do', async (changes, sentence, isWide) => {
    const world = createHost();
    const snapshot = snapshotWith(changes);
    world.host.signIn.mockResolvedValue(ok(connectionOf(snapshot)));
    const root = await open(world);
    world.host.refresh.mockResolvedValue(ok(snapshot));
    await enterKey(root, GOOD_KEY);
    await settle();
    expect(words(find(root, '.connected'))).toContain(sentence);
    expect(find(root, '.connected').dataset.tone).toBe(snapshot.canWrite ? 'done' : 'partly');
    expect(words(root).includes('Full access')).toBe(isWide);
  });

  it('says before the work what it needs, to those who are new', async () => {
    expect(words(await open(createHost()))).toContain('Needs a paid Civitai membership');
    const world = createHost(snapshotWith());
    world.failWith({ kind: 'key-refused' });
    expect(words(await open(world))).not.toContain('paid Civitai membership');
  });

  it('has one button that stands out: the way to a key, until there is one', async () => {
    const root = await open(createHost());
    const primary = () => [...root.querySelectorAll('.button')].filter(each => each.className === 'button').map(words);
    expect(primary()).toEqual(['Get a key in three steps']);
    const field = find<HTMLInputElement>(root, 'form input');
    field.value = GOOD_KEY;
    await act(async () => void field.dispatchEvent(new Event('input', { bubbles: true })));
    expect(primary()).toContain('Connect');
  });

  it('in a tab: says that it is done, and closes the tab', async () => {
    const world = createHost();
    const root = await open(world, true);
    world.host.signIn.mockResolvedValue(ok(connectionOf(snapshotWith())));
    world.host.refresh.mockResolvedValue(ok(snapshotWith()));
    await enterKey(root, GOOD_KEY);
    await settle();
    expect(control(root, 'Browse models').getAttribute('href')).toBe('https://civitai.com/models');
    await click(control(root, 'Close this tab'));
    expect(world.host.closeTab).toHaveBeenCalledOnce();
  });

  it.each([
    ['chromium', false, 'then the pin beside Vaulted'],
    ['firefox', false, 'choose “Pin to Toolbar”'],
    ['chromium', true, undefined],
    ['firefox', undefined, undefined],
  ] as const)('in a tab of %s says how to pin the icon, if it isn’t (%j)', async (family, isPinned, words_) => {
    const world = createHost();
    world.host.family.mockReturnValue(family);
    world.host.isPinned.mockResolvedValue(isPinned);
    const root = await open(world, true);
    world.host.signIn.mockResolvedValue(ok(connectionOf(snapshotWith())));
    world.host.refresh.mockResolvedValue(ok(snapshotWith()));
    await enterKey(root, GOOD_KEY);
    await settle();
    const hint = root.querySelector('.pin-hint');
    expect(hint ? words(hint) : undefined).toEqual(words_ ? expect.stringContaining(words_) : undefined);
  });
});
