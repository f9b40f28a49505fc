// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { firstFigures } from '@/entrypoints/popup/contents/first-figures';
import { App } from '@/entrypoints/popup/screens/app';
import { click, control, find, mount, words } from '@/tests/unit/components/mount';
import {
  connectionOf,
  createHost,
  later,
  MINUTE,
  NOW,
  snapshotWith,
  summaryWith,
} from '@/tests/unit/popup/host/fake-host';
import type { Connection, Snapshot } from '@/utils/account/account';
import type { Figures } from '@/utils/account/snapshot';
import { fail, ok, type Problem, type Result } from '@/utils/problem';

type World = ReturnType<typeof createHost>;

async function open(world: World, isTab = false): Promise<HTMLElement> {
  const figures = await firstFigures(world.host);
  const root = await mount(<App host={world.host} isTab={isTab} figures={figures} />);
  await settle();
  return root;
}

/** Lets every promise that is already settled have its effect, and everything be loaded that is wanted now. */
async function settle(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await act(async () => {
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    });
    await vi.dynamicImportSettled();
  }
}

async function enterKey(root: HTMLElement, key: string): Promise<void> {
  find<HTMLInputElement>(root, 'input').value = key;
  await act(async () => find<HTMLFormElement>(root, 'form').requestSubmit());
  await settle();
}

describe('opening', () => {
  it('shows the stored figures before it asks for anything', async () => {
    const world = createHost(snapshotWith({ asOf: NOW - 5 * MINUTE }));
    const answer = later<Result<Snapshot>>();
    world.host.refresh.mockReturnValue(answer.promise);
    world.host.refresh.mockImplementation(() => {
      expect(words(document.body)).not.toContain('Loading');
      return answer.promise;
    });
    const root = await open(world);
    expect(words(root)).toContain('6.46 GB of 10 GB used');
    expect(words(root)).toContain('as of 5 minutes ago');
    expect(control(root, 'Refresh').getAttribute('aria-disabled')).toBe('true');
    answer.settle(ok(snapshotWith({ itemCount: 43 })));
    await settle();
    expect(words(root)).toContain('43 versions');
    expect(words(root)).toContain('up to date');
    expect(control(root, 'Refresh').getAttribute('aria-disabled')).toBe('false');
  });

  it('has them in its first frame, and reads them once', async () => {
    const world = createHost(snapshotWith(), summaryWith());
    const figures = await firstFigures(world.host);
    const root = document.createElement('div');
    render(<App host={world.host} isTab={false} figures={figures} />, root);
    expect(words(root)).toContain('6.46 GB of 10 GB used');
    expect(words(root)).toContain('Fox Spirit');
    expect(world.host.refresh).not.toHaveBeenCalled();
    await settle();
    expect(world.host.readFigures).toHaveBeenCalledOnce();
    expect(world.host.refresh).toHaveBeenCalledOnce();
    render(null, root);
  });

  it('does not wait for a slow storage, and takes the figures over when they come', async () => {
    const world = createHost(snapshotWith());
    const figures = later<Figures>();
    world.host.readFigures.mockReturnValue(figures.promise);
    vi.useFakeTimers();
    const first = firstFigures(world.host);
    await vi.advanceTimersByTimeAsync(100);
    vi.useRealTimers();
    expect(await first).toBeUndefined();
    const root = await mount(<App host={world.host} isTab={false} />);
    expect(words(root)).toContain('Loading your vault…');
    figures.settle({ snapshot: snapshotWith(), summary: summaryWith() });
    await settle();
    expect(words(root)).toContain('Fox Spirit');
  });

  it('shows a skeleton while nothing is known', async () => {
    const world = createHost();
    world.host.refresh.mockReturnValue(later<Result<Snapshot>>().promise);
    const root = await open(world);
    expect(words(root)).toContain('Loading your vault…');
    expect(root.querySelector('meter')).toBeNull();
  });

  it('shows a skeleton right after a sign-in, while only the name is known', async () => {
    const { quota: _, ...named } = snapshotWith({ membership: 'unknown' });
    const world = createHost(named);
    world.host.refresh.mockReturnValue(later<Result<Snapshot>>().promise);
    const root = await open(world);
    expect(words(root)).toContain('Loading your vault…');
    expect(words(find(root, '.account-name'))).toBe('keeper');
  });

  it('refreshes on demand', async () => {
    const world = createHost(snapshotWith());
    const root = await open(world);
    await click(control(root, 'Refresh'));
    expect(world.host.refresh).toHaveBeenCalledTimes(2);
  });
});

describe('problems', () => {
  it.each<[Problem, string, string | undefined]>([
    [{ kind: 'offline' }, 'Civitai can’t be reached.', 'Try again'],
    [{ kind: 'limited', until: NOW + 5 * MINUTE }, 'can ask again at 14:05', undefined],
    [{ kind: 'unreadable' }, 'answer couldn’t be read', 'Try again'],
    [{ kind: 'site-error' }, 'Civitai has a problem', 'Try again'],
    [{ kind: 'timed-out' }, 'took too long', 'Try again'],
    [{ kind: 'blocked' }, 'turned this request away', 'Open Civitai (opens in a new tab)'],
    [{ kind: 'unexpected' }, 'Something went wrong', 'Try again'],
  ])('%j: says so beside the last figures and their age', async (problem, sentence, button) => {
    const world = createHost(snapshotWith({ asOf: NOW - 180 * MINUTE }));
    world.failWith(problem);
    const root = await open(world);
    expect(words(root)).toContain('6.46 GB of 10 GB used');
    expect(words(root)).toContain('as of 3 hours ago');
    expect(words(find(root, '.notice'))).toContain(sentence);
    if (button) expect(control(root, button)).toBeTruthy();
    else expect(root.querySelector('.notice button, .notice a')).toBeNull();
  });

  it('says so alone where there are no figures, tries again, and lets one sign out', async () => {
    const world = createHost();
    world.failWith({ kind: 'offline' });
    const root = await open(world);
    expect(root.querySelector('meter')).toBeNull();
    expect(control(root, 'Sign out')).toBeTruthy();
    world.host.refresh.mockResolvedValue(ok(snapshotWith()));
    await click(control(root, 'Try again'));
    await settle();
    expect(words(root)).toContain('6.46 GB of 10 GB used');
    expect(root.querySelector('.notice')).toBeNull();
  });

  it('asks for withheld site access in the click itself, then refreshes', async () => {
    const world = createHost(snapshotWith());
    world.failWith({ kind: 'offline' });
    world.host.hasSiteAccess.mockResolvedValue(false);
    const root = await open(world);
    expect(words(root)).toContain('doesn’t let Vaulted use Civitai');
    expect(words(root)).not.toContain('can’t be reached');
    world.host.refresh.mockResolvedValue(ok(snapshotWith()));
    const allow = control(root, 'Allow access');
    allow.click();
    expect(world.host.requestSiteAccess).toHaveBeenCalledOnce();
    await settle();
    expect(words(root)).not.toContain('doesn’t let Vaulted');
    expect(world.host.refresh).toHaveBeenCalledTimes(2);
  });
});

describe('contents', () => {
  it('come from the stored figures at once: states, types, the last additions', async () => {
    const world = createHost(snapshotWith(), summaryWith());
    world.host.refresh.mockReturnValue(later<Result<Snapshot>>().promise);
    const root = await open(world);
    expect(words(find(root, '.contents'))).toContain('40 stored 1 pending 1 failed');
    expect(words(find(root, '.share-list'))).toBe('LoRAs 6.46 GB');
    expect(words(root)).toContain('Fox Spirit');
    expect(world.host.readItems).not.toHaveBeenCalled();
  });

  it('are never those of another account', async () => {
    const world = createHost(snapshotWith(), summaryWith({ session: 'old' }));
    expect(words(await open(world))).not.toContain('Fox Spirit');
  });

  it('is read before one’s eyes for the first time', async () => {
    const world = createHost(snapshotWith());
    const root = await open(world);
    const status = { kind: 'syncing', done: 1_200, total: 5_000 } as const;
    await act(() => world.announce({ announce: 'sync', status }));
    expect(words(root)).toContain('Reading your vault: 1,200 of 5,000');
    expect(find<HTMLProgressElement>(root, 'progress').getAttribute('value')).toBe('1200');
  });

  it('opens what failed on demand', async () => {
    const world = createHost(snapshotWith(), summaryWith());
    const root = await open(world);
    await click(find(root, '.contents-failed'));
    await settle();
    expect(find(root, '.contents-failed').getAttribute('aria-expanded')).toBe('true');
    expect(words(find(root, '.failed'))).toContain('details and pictures');
  });

  it('that needs attention has been seen once it is on screen', async () => {
    const world = createHost(snapshotWith(), summaryWith({ lost: 1 }));
    await open(world);
    expect(world.host.noteSeen).toHaveBeenLastCalledWith({ lost: 1, isOver: false });
  });
});

describe('accounts', () => {
  it('says what a lapsed, a new and a read-only account can do', async () => {
    expect(words(await open(createHost(snapshotWith({ membership: 'lapsed' }))))).toContain('membership has ended');
    const { quota: _, ...never } = snapshotWith({ membership: 'never', tier: 'free' });
    const root = await open(createHost(never));
    expect(words(root)).toContain('no vault yet');
    expect(root.querySelector('meter')).toBeNull();
    expect(words(await open(createHost(snapshotWith({ canWrite: false }))))).toContain('can look, but not change');
  });

  it('takes another key, and goes back if one thinks better of it', async () => {
    const root = await open(createHost(snapshotWith({ canWrite: false })));
    await click(control(root, 'Use another key'));
    await settle();
    expect(words(root)).toContain('It takes the place of the one in use.');
    await click(control(root, 'Keep the key in use'));
    expect(document.activeElement).toBe(find(root, 'main'));
    expect(words(root)).toContain('6.46 GB of 10 GB used');
  });

  it('hears of a sign-out and of another account from elsewhere', async () => {
    const world = createHost(snapshotWith());
    const root = await open(world);
    await act(() => world.announce({ announce: 'connection', connection: { kind: 'signed-out' } }));
    await settle();
    expect(words(root)).toContain('Connect your vault');
    expect(words(root)).not.toContain('keeper');
    const other = snapshotWith({ session: 'session-2', username: 'other' });
    world.host.refresh.mockResolvedValue(ok(other));
    await act(() => world.announce({ announce: 'connection', connection: connectionOf(other) }));
    await settle();
    expect(words(find(root, '.account-name'))).toBe('other');
  });

  it('takes over figures that the background has stored meanwhile', async () => {
    const world = createHost(snapshotWith());
    const root = await open(world);
    world.host.readFigures.mockResolvedValue({ snapshot: snapshotWith({ itemCount: 7 }), summary: undefined });
    await act(() => world.announce({ announce: 'snapshot' }));
    await settle();
    expect(words(root)).toContain('7 versions');
  });

  it('signs out and ends at the key field', async () => {
    const world = createHost(snapshotWith());
    const root = await open(world);
    world.failWith({ kind: 'not-signed-in' });
    await click(control(root, 'Sign out'));
    await settle();
    expect(world.host.signOut).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(find(root, 'input'));
  });

  it('keeps the account on screen when the sign-out message never arrived', async () => {
    const world = createHost(snapshotWith());
    const root = await open(world);
    await click(control(root, 'Sign out'));
    await settle();
    expect(words(find(root, '.account-name'))).toBe('keeper');
    expect(control(root, 'Sign out').getAttribute('aria-disabled')).toBe('false');
  });
});

describe('signing in', () => {
  it('says that a key is wrong, and keeps it out of the page', async () => {
    const world = createHost();
    const root = await open(world);
    await enterKey(root, 'wrong-key');
    expect(world.host.signIn).toHaveBeenCalledExactlyOnceWith('wrong-key', false);
    expect(words(find(root, '[role=alert]'))).toContain('Civitai doesn’t accept this key.');
    expect(root.innerHTML).not.toContain('wrong-key');
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
    [{ kind: 'limited', until: NOW + MINUTE }, 'again at 14:01'],
    [{ kind: 'unreadable' }, 'couldn’t be read'],
  ])('%j: says why it could not be checked', async (problem, sentence) => {
    const world = createHost();
    world.host.signIn.mockResolvedValue(fail(problem));
    const root = await open(world);
    await enterKey(root, 'key');
    expect(words(find(root, '[role=alert]'))).toContain(sentence);
  });

  it('is busy while the key is checked, then shows the vault and keeps the focus on the page', async () => {
    const world = createHost();
    const answer = later<Result<Connection>>();
    world.host.signIn.mockReturnValue(answer.promise);
    const root = await open(world);
    await enterKey(root, 'good-key');
    expect(control(root, 'Checking the key…')).toBeTruthy();
    world.host.refresh.mockResolvedValue(ok(snapshotWith()));
    answer.settle(ok(connectionOf(snapshotWith())));
    await settle();
    expect(words(root)).toContain('6.46 GB of 10 GB used');
    expect(root.innerHTML).not.toContain('good-key');
    expect(document.activeElement).toBe(find(root, 'main'));
    expect(words(root)).not.toContain('Close this tab');
  });

  it('stores the key only until the browser closes, if the user asks for it', async () => {
    const world = createHost();
    const root = await open(world);
    await click(find(root, 'form [type=checkbox]'));
    await enterKey(root, 'good-key');
    expect(world.host.signIn).toHaveBeenCalledExactlyOnceWith('good-key', true);
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
    await enterKey(root, 'good-key');
    await settle();
    expect(words(find(root, '.connected'))).toContain(sentence);
    expect(words(root).includes('Full access')).toBe(isWide);
  });

  it('in a tab: says that it is done, and closes the tab', async () => {
    const world = createHost();
    const root = await open(world, true);
    world.host.signIn.mockResolvedValue(ok(connectionOf(snapshotWith())));
    world.host.refresh.mockResolvedValue(ok(snapshotWith()));
    await enterKey(root, 'good-key');
    await settle();
    await click(control(root, 'Close this tab'));
    expect(world.host.closeTab).toHaveBeenCalledOnce();
  });
});

describe('the page in front', () => {
  it('is described', async () => {
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue({
      kind: 'here',
      answer: { session: 'session-1', versions: 12, inVault: 3 },
    });
    expect(words(await open(world))).toContain('12 versions here, 3 in your vault');
  });

  it('is not counted for another account than the one on screen', async () => {
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue({ kind: 'here', answer: { session: 'old', versions: 12, inVault: 3 } });
    const root = await open(world);
    expect(words(find(root, '.page-line'))).toBe('12 versions here');
  });

  it('is not asked about where the popup itself is the tab', async () => {
    const world = createHost(snapshotWith());
    await open(world, true);
    expect(world.host.readPage).not.toHaveBeenCalled();
  });

  it('has to be reloaded if it stays silent, and is asked again after that', async () => {
    vi.useFakeTimers();
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue({ kind: 'silent', tabId: 9 });
    const root = await open(world);
    expect(words(root)).toContain('Looking at this page…');
    await act(async () => void (await vi.advanceTimersByTimeAsync(2000)));
    expect(words(root)).toContain('installed or updated while this page was open');
    await click(control(root, 'Reload page'));
    expect(world.host.reloadTab).toHaveBeenCalledExactlyOnceWith(9);
    world.host.readPage.mockResolvedValue({
      kind: 'here',
      answer: { session: 'session-1', versions: 2, inVault: 0 },
    });
    await act(async () => void (await vi.advanceTimersByTimeAsync(1000)));
    expect(words(root)).toContain('2 versions here, none in your vault');
    vi.useRealTimers();
  });

  it('is not blamed while it is still loading', async () => {
    vi.useFakeTimers();
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue({ kind: 'loading' });
    const root = await open(world);
    await act(async () => void (await vi.advanceTimersByTimeAsync(5000)));
    expect(words(root)).toContain('Looking at this page…');
    vi.useRealTimers();
  });
});
