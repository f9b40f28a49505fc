// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { model, version } from '@/tests/unit/background/api/ids';
import { click, control, find, words } from '@/tests/unit/components/mount';
import { NOW, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { createHost } from '@/tests/unit/vault/fake-host';
import type { RadarFindings, SwapOutcome } from '@/utils/messages/radar';
import { fail, ok, type Result } from '@/utils/problem';
import { closePage, items, names, open, settle } from './open-page';

const at = (address: string) => history.replaceState(null, '', `/vault.html${address}`);
beforeEach(() => at(''));
afterEach(closePage);

const [ash, birch, cedar] = items.map(item => item.modelVersionId);
const newer = {
  ...{ versionId: birch ?? version(1), modelId: model(1), newerId: version(999_999), newerName: 'v99' },
  sizeKb: 1_024,
};

function worldWith(findings: Partial<RadarFindings>, usedKb = 6_775_430) {
  const snapshot = snapshotWith({ quota: { usedKb, totalKb: 10_485_760, updatedAt: new Date(NOW).toISOString() } });
  const world = createHost(items, snapshot);
  const none = { session: 'session-1', gone: [], unseen: 0, newer: [], swaps: [] };
  world.host.readFindings.mockImplementation(async () => ok({ ...none, ...findings }));
  return world;
}

describe('the vault page', () => {
  it.each<[string, Partial<RadarFindings>, string[]]>([
    ['?show=only-copy', { gone: [ash ?? version(1)] }, ['Model Ash']],
    ['?show=newer', { newer: [newer] }, ['Model Birch']],
    ['?show=newer', { newer: [{ ...newer, newerId: cedar ?? version(3) }] }, []],
    ['?show=newer&show=only-copy', { newer: [newer], gone: [ash ?? version(1)] }, ['Model Birch', 'Model Ash']],
    ['?show=goes-first', {}, []],
  ])('shows at %s what that concerns', async (address, findings, expected) => {
    at(address);
    expect(names(await open(worldWith(findings)))).toEqual(expected);
  });

  it('shows what goes first from a vault over its limit, and leads there', async () => {
    const root = await open(worldWith({}, 10_485_761));
    const link = [...root.querySelectorAll('a')].find(each => words(each).startsWith('Save these first'));
    at(link?.getAttribute('href')?.replace('/vault.html', '') ?? '');
    await closePage();
    expect(names(await open(worldWith({}, 10_485_761)))).toHaveLength(1);
  });

  it('asks about a swap that is half done, until the user keeps both', async () => {
    const swap = { versionId: ash ?? version(1), newerId: birch ?? version(2), newerName: 'v2' };
    const world = worldWith({ swaps: [swap] });
    const root = await open(world);
    expect(words(root)).toContain('The new one is in. Remove the old one?');
    world.host.readFindings.mockImplementation(async () => fail({ kind: 'offline' }));
    await click(control(root, 'Remove the old one…'));
    expect(words(find(root, 'dialog'))).toContain('Model Ash');
    await click(control(root, 'Keep both'));
    expect(world.host.keepBoth).toHaveBeenCalledWith(ash);
  });

  it.each([
    ['gone', true],
    ['everyone', false],
  ] as const)('of an item that is %s by the look-up of now, says "the only copy": %s', async (availability, isSaid) => {
    at(`?version=${ash}`);
    const world = worldWith({ gone: [ash ?? version(1)] });
    world.host.versionAvailability.mockImplementation(async versionId => ok({ versionId, availability }));
    const dialog = find(await open(world), 'dialog');
    await settle();
    expect(words(dialog).includes('the only copy')).toBe(isSaid);
    // That it is gone is said once, in the note.
    expect(words(dialog)).not.toContain('no longer has this version');
  });

  it('says why the last comparison proves nothing', async () => {
    expect(words(await open(worldWith({ caveat: 'many' })))).toContain('vanished from Civitai at once');
  });
});

describe('a newer version', () => {
  const openItem = async (outcome: Result<SwapOutcome>, usedKb?: number) => {
    at(`?version=${birch}`);
    const world = worldWith({ newer: [newer] }, usedKb);
    world.host.swap.mockImplementation(async () => outcome);
    const root = await open(world);
    await settle();
    return { world, root };
  };

  it.each<[string, Result<SwapOutcome>, string]>([
    ['takes the place of the old one', ok({ kind: 'swapped' }), 'The new version is in, and the old one is removed.'],
    ['is in beside it', ok({ kind: 'kept', isIn: true }), 'The old one is still in your vault.'],
    ['is not in', ok({ kind: 'kept', isIn: false }), 'so the old one stays'],
    [
      'is not in for a reason',
      ok({ kind: 'kept', isIn: false, problem: { kind: 'offline' } }),
      'Civitai can’t be reach',
    ],
    ['could not be asked for', fail({ kind: 'offline' }), 'Civitai can’t be reach'],
  ])('%s, and the dialog says so', async (_, outcome, expected) => {
    const { world, root } = await openItem(outcome);
    await click(control(root, 'Add the new one, then remove this one'));
    expect(world.host.swap).not.toHaveBeenCalled();
    await click(control(root, 'Add it, then remove this one'));
    await settle();
    expect(world.host.swap.mock.calls[0]?.[0]).toMatchObject({ versionId: birch, newerId: 999_999, confirmedAt: NOW });
    expect(words(find(root, '.newer'))).toContain(expected);
  });

  it('has the focus where the pressed button was, and one sentence that is announced', async () => {
    const { root } = await openItem(ok({ kind: 'swapped' }));
    const announced = () => words(find(root, '.newer [role="status"]'));
    expect(announced()).toBe('');
    await click(control(root, 'Add the new one, then remove this one'));
    expect(words(document.activeElement ?? root)).toBe('Cancel');
    expect(announced()).toMatch(/^Adds the new version\..+ certainly in your vault\.$/);
    await click(control(root, 'Cancel'));
    expect(words(document.activeElement ?? root)).toBe('Add the new one, then remove this one');
    expect(announced()).toBe('');
  });

  it('that doesn’t fit beside the old one is not offered', async () => {
    const { root } = await openItem(ok({ kind: 'swapped' }), 10_485_000);
    expect(words(find(root, '.newer'))).toContain('doesn’t fit');
    expect(root.querySelector('.newer button')).toBeNull();
  });

  it('of one that can’t be put back is only added', async () => {
    at(`?version=${birch}`);
    const world = worldWith({ newer: [newer] });
    world.host.versionAvailability.mockImplementation(async versionId => ok({ versionId, availability: 'archived' }));
    const root = await open(world);
    await settle();
    expect(control(root, 'Add the new one')).toBeDefined();
    expect(words(find(root, '.newer'))).not.toContain('then remove');
  });
});
