// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { click, control, find, words } from '@/tests/unit/components/mount';
import { createHost, knownItem, pageWith, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import type { VersionOnScreen } from '@/utils/messages/tab-summary';
import { fail, ok } from '@/utils/problem';
import { open } from './open-popup';

const { modelVersionId: versionId, modelId } = knownItem(1);
const onScreen: VersionOnScreen = {
  versionId,
  modelId,
  modelName: 'Fox Spirit',
  versionName: 'v2',
  fact: { versionId, state: 'out', asOf: 0 },
};

describe('the page in front', () => {
  it('is described', async () => {
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue(pageWith({ versions: { all: 12, inVault: 3 } }));
    expect(words(await open(world))).toContain('3 of 12 versions here are in your vault');
  });

  it('is not counted for another account than the one on screen', async () => {
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue(pageWith({ session: 'old', versions: { all: 12, inVault: 3 }, onScreen }));
    const root = await open(world);
    expect(words(find(root, '.page-line'))).toBe('12 versions here');
    expect(root.querySelector('.on-screen')).toBeNull();
  });

  it('is not asked about where the popup itself is the tab', async () => {
    const world = createHost(snapshotWith());
    await open(world, true);
    expect(world.host.readPage).not.toHaveBeenCalled();
  });

  it('has to be reloaded if it stays silent, and is asked again after that', async () => {
    vi.useFakeTimers();
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue({ page: 'silent', tabId: 9 });
    const root = await open(world);
    expect(words(root)).toContain('Checking this page…');
    await act(async () => void (await vi.advanceTimersByTimeAsync(2000)));
    expect(words(root)).toContain('couldn’t start in this page');
    await click(control(root, 'Reload page'));
    expect(world.host.reloadTab).toHaveBeenCalledExactlyOnceWith(9);
    world.host.readPage.mockResolvedValue(pageWith({ versions: { all: 2, inVault: 0 } }));
    await act(async () => void (await vi.advanceTimersByTimeAsync(1000)));
    expect(words(root)).toContain('None of the 2 versions here is in your vault');
    vi.useRealTimers();
  });

  it('need not be reloaded while Vaulted waits there for it to finish', async () => {
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue({ page: 'waiting', tabId: 9 });
    const said = words(await open(world));
    expect(said).toContain('Vaulted is here, and waits');
    expect(said).not.toContain('Reload page');
  });

  it('is not blamed while it is still loading', async () => {
    vi.useFakeTimers();
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue({ page: 'loading', tabId: 9 });
    const root = await open(world);
    await act(async () => void (await vi.advanceTimersByTimeAsync(5000)));
    expect(words(root)).toContain('Checking this page…');
    vi.useRealTimers();
  });

  it('is not spoken of where it is none of Civitai’s: the user knows where to go', async () => {
    const root = await open(createHost(snapshotWith()));
    expect(root.querySelector('.page-line')).toBeNull();
  });

  it('has its version added from here, once', async () => {
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue(pageWith({ versions: { all: 2, inVault: 0 }, onScreen }));
    world.host.add.mockResolvedValue(ok({ versionId, state: 'pending', asOf: 1 }));
    const root = await open(world);
    await click(control(root, 'Add to vault'));
    expect(world.host.add).toHaveBeenCalledExactlyOnceWith(onScreen, 'session-1');
  });

  it('says before the press what can’t fit, and leads to space for it', async () => {
    const world = createHost(snapshotWith({ quota: { usedKb: 900, totalKb: 1_000, updatedAt: '' } }));
    const need = { leastKb: 2_048, mostKb: 4_096 };
    world.host.readPage.mockResolvedValue(pageWith({ onScreen: { ...onScreen, need } }));
    const note = find(await open(world), '.on-screen .space-note');
    expect(words(note)).toContain('It needs at least 2 MB. Free: 100 KB.');
    expect(note.querySelector('a')?.getAttribute('href')).toBe(
      `/vault.html?free=2048&add=${versionId}&model=${modelId}`,
    );
    expect(world.host.add).not.toHaveBeenCalled();
  });

  it('is not the first thing to press where nothing is free, whatever it needs', async () => {
    const world = createHost(snapshotWith({ quota: { usedKb: 1_000, totalKb: 1_000, updatedAt: '' } }));
    world.host.readPage.mockResolvedValue(pageWith({ onScreen }));
    expect(control(await open(world), 'Add to vault').className).toContain('button--quiet');
  });

  it.each([
    ['lapsed', 'Your Civitai membership has ended.'],
    ['never', 'This account has no vault yet.'],
  ] as const)(
    'offers no addition where the membership is %s: it says so, and leads to one',
    async (membership, why) => {
      const world = createHost(snapshotWith({ membership, quota: { usedKb: 900, totalKb: 0, updatedAt: '' } }));
      const need = { leastKb: 2_048, mostKb: 4_096 };
      world.host.readPage.mockResolvedValue(pageWith({ onScreen: { ...onScreen, need } }));
      const root = await open(world);
      const shown = find(root, '.on-screen');
      expect(words(shown)).toBe('Fox Spirit v2Can’t be added');
      expect(shown.querySelector('button')).toBeNull();
      // Said once, above it, with the way out.
      expect(words(root).split(why)).toHaveLength(2);
      expect([...root.querySelectorAll('a')].map(({ href }) => href)).toContain('https://civitai.com/pricing');
    },
  );

  it('says why its version could not be added', async () => {
    const world = createHost(snapshotWith());
    world.host.readPage.mockResolvedValue(pageWith({ onScreen }));
    world.host.add.mockResolvedValue(fail({ kind: 'over-quota' }));
    const root = await open(world);
    await click(control(root, 'Add to vault'));
    expect(words(find(root, '.on-screen [role=alert]'))).toContain('enough free storage');
    expect(find(root, '.on-screen [role=alert] a').getAttribute('href')).toContain(`add=${versionId}`);
    expect(control(root, 'Add to vault')).toBeTruthy();
  });

  it('offers no addition with a key that can’t, and none of what is in the vault', async () => {
    const world = createHost(snapshotWith({ canWrite: false }));
    world.host.readPage.mockResolvedValue(pageWith({ onScreen }));
    expect(words(find(await open(world), '.on-screen'))).toContain('Not in vault');
    const other = createHost(snapshotWith());
    const fact = { versionId, state: 'in', asOf: 1 } as const;
    other.host.readPage.mockResolvedValue(pageWith({ onScreen: { ...onScreen, fact } }));
    const shown = find(await open(other), '.on-screen');
    expect([words(shown), shown.querySelector('button')]).toEqual(['Fox Spirit v2 In vault', null]);
  });
});
