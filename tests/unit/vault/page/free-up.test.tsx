// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { click, control, find, words } from '@/tests/unit/components/mount';
import { snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { itemWith } from '@/tests/unit/utils/vault-view/items';
import { createHost } from '@/tests/unit/vault/fake-host';
import { fail, ok } from '@/utils/problem';
import { readSpaceAsked, writeSpaceAsked } from '@/utils/vault-view/free-up-url';
import { closePage, open, settle } from './open-page';

const OLD = itemWith(1, { modelSizeKb: 1_000, modelId: itemWith(9).modelId, createdAt: '2024-01-01T00:00:00Z' });
const NEW = itemWith(2, { modelSizeKb: 500, modelId: itemWith(9).modelId, createdAt: '2025-01-01T00:00:00Z' });
const LARGE = itemWith(3, { modelSizeKb: 4_000 });
const NOTED = itemWith(4, { modelSizeKb: 9_000, notes: 'mine' });
const UNKNOWN = itemWith(5, { modelSizeKb: 8_000 });
const ITEMS = [OLD, NEW, LARGE, NOTED, UNKNOWN].map(item => ({
  ...item,
  detailsSizeKb: 0,
  imagesSizeKb: 0,
  files: [],
}));
const member = { tier: 'gold', isOwnerFresh: true, membership: 'member' as const };

beforeEach(() => history.replaceState(null, '', '/vault.html?free=3000&add=77&model=7'));

afterEach(closePage);

function createWorld() {
  const world = createHost(
    ITEMS,
    snapshotWith({ ...member, quota: { usedKb: 22_400, totalKb: 22_500, updatedAt: '' } }),
  );
  world.host.availabilities.mockImplementation(async asked =>
    ok(
      asked.map(({ versionId }) =>
        versionId === UNKNOWN.modelVersionId
          ? fail({ kind: 'timed-out' as const })
          : ok({ versionId, availability: 'everyone' as const, sizeKb: 400 }),
      ),
    ),
  );
  return world;
}

it('proposes what can be put back, older versions first, and never notes or what could not be looked up', async () => {
  const world = createWorld();
  const root = await open(world);
  for (let turn = 0; turn < 8; turn += 1) await settle();
  await act(() => new Promise(resolve => setTimeout(resolve, 50)));
  const ticked = [...root.querySelectorAll('dialog li')].filter(line => line.querySelector('input')?.checked);
  expect(ticked.map(line => Number(line.getAttribute('data-version')))).toEqual(
    [1, 3].map(n => itemWith(n).modelVersionId),
  );
  expect(words(find(root, '.free-up-total'))).toBe('Frees 4.88 MB. Free afterwards: 4.98 MB.');
  expect(words(find(root, 'dialog [data-tone="warning"]'))).toContain(`${NOTED.modelName}`);
  expect(world.host.availabilities.mock.calls.every(([, isFresh]) => isFresh)).toBe(true);
});

it('offers the addition again only once the removals are answered', async () => {
  const world = createWorld();
  const root = await open(world);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  for (let turn = 0; turn < 8; turn += 1) await settle();
  await act(async () => void (await vi.advanceTimersByTimeAsync(600)));
  await settle();
  await act(async () => void (await vi.advanceTimersByTimeAsync(600)));
  expect(root.textContent).not.toContain('Add 77');
  await click(control(root, 'Remove 2 versions, 4.88 MB'));
  vi.useRealTimers();
  await settle();
  expect(world.host.remove).toHaveBeenCalledTimes(2);
  // A long list of results would push it out of sight.
  expect(find(root, '.free-up-add, .removal-results').localName).toBe('button');
  await click(control(root, 'Add 77'));
  await settle();
  expect(world.host.add).toHaveBeenCalledExactlyOnceWith('session-1', { versionId: 77, modelId: 7 });
});

/** Types an amount, and waits until nothing is asked any more. */
async function need(root: ParentNode, gb: string): Promise<void> {
  const field = root.querySelector('.free-up-needed input');
  if (!(field instanceof HTMLInputElement)) throw new Error('no field');
  field.value = gb;
  await act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  await act(() => new Promise(resolve => setTimeout(resolve, 450)));
  for (let turn = 0; turn < 8; turn += 1) await settle();
}

const tickedIn = (root: ParentNode): number[] =>
  [...root.querySelectorAll('dialog li')]
    .filter(line => line.querySelector('input')?.checked)
    .map(line => Number(line.getAttribute('data-version')));

it('says while the user types how much is missing, with all ticked that can be, and what else there is', async () => {
  const world = createWorld();
  const root = await open(world);
  for (let turn = 0; turn < 8; turn += 1) await settle();
  // 20 MB of a vault of 22 MB; 5.5 MB could be put back.
  await need(root, '0.02');
  expect(tickedIn(root)).toEqual([1, 3, 2].map(n => itemWith(n).modelVersionId));
  expect(words(find(root, '.free-up-total'))).toBe('Frees 5.37 MB. 15.01 MB more is needed.');
  const ways = find(root, '.free-up-ways');
  // One of them could not be looked up: it may be the rest that is missing.
  expect(words(ways)).not.toContain('That is all');
  expect(words(ways)).toContain('you can tick more by hand');
  expect(ways.lastElementChild?.querySelector('a')?.href).toBe('https://civitai.com/pricing');
});

it('proposes nothing where the whole vault is too small, and says so', async () => {
  const root = await open(createWorld());
  for (let turn = 0; turn < 8; turn += 1) await settle();
  await need(root, '1');
  expect(root.querySelector('dialog li')).toBeNull();
  expect(words(find(root, '.free-up-ways'))).toContain('Your whole vault holds only 21.97 MB');
  await need(root, '0.003');
  expect(tickedIn(root)).toEqual([1, 3].map(n => itemWith(n).modelVersionId));
});

it('offers the addition at once where enough is free', async () => {
  const world = createWorld();
  const root = await open(world);
  for (let turn = 0; turn < 8; turn += 1) await settle();
  await need(root, '0');
  await click(control(root, 'Add 77'));
  expect(world.host.add).toHaveBeenCalledOnce();
  expect(words(find(root, '.dialog-foot'))).toBe('Close');
});

it('asks again for what the site did not say, once the user wants more', async () => {
  const world = createWorld();
  const root = await open(world);
  for (let turn = 0; turn < 8; turn += 1) await settle();
  await need(root, '0.02');
  const asked = () => world.host.availabilities.mock.calls.flatMap(([versions]) => versions);
  const before = asked().length;
  await click(control(root, 'Look for more'));
  for (let turn = 0; turn < 8; turn += 1) await settle();
  expect(
    asked()
      .slice(before)
      .map(({ versionId }) => versionId),
  ).toEqual([UNKNOWN.modelVersionId]);
});

it('reads only addresses that ask for space', () => {
  expect(readSpaceAsked('free=12')).toEqual({ neededKb: 12 });
  expect(['', 'free=', 'free=-1', 'free=1e9', 'free=x'].map(readSpaceAsked)).toEqual(Array(5).fill(undefined));
  expect(writeSpaceAsked({ neededKb: 1.5 })).toBe('free=2');
});
