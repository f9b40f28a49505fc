// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { click, control, find, words } from '@/tests/unit/components/mount';
import { createHost, MINUTE, NOW, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { ok, type Problem } from '@/utils/problem';
import { open, settle } from './open-popup';

describe('problems', () => {
  it.each<[Problem, string, string | undefined]>([
    [{ kind: 'offline' }, 'Civitai can’t be reached.', 'Try again'],
    [{ kind: 'limited', until: NOW + 5 * MINUTE }, 'Trying again at 14:05.', undefined],
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

  it('has no account to sign out of where the browser lets nothing be stored', async () => {
    const world = createHost();
    world.failWith({ kind: 'storage-refused' });
    const root = await open(world);
    expect(words(find(root, '.notice'))).toContain('doesn’t let Vaulted store anything');
    expect(words(root)).not.toContain('Sign out');
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
