import { describe, expect, it } from 'vitest';
import { airOf } from '@/utils/export/air';
import type { VersionFact } from '@/utils/vault/membership';
import { coverAddress } from '@/utils/vault-view/cover-address';
import { downloadBlockOf, downloadsOf } from '@/utils/vault-view/downloads';
import { applyFacts } from '@/utils/vault-view/follow';
import { prepare } from '@/utils/vault-view/prepare';
import { rowsInView } from '@/utils/vault-view/rows-in-view';
import { addAll, dropAll, extendTo, NOTHING_SELECTED, prune, toggleItem } from '@/utils/vault-view/selection';
import { itemWith } from './items';

describe('airOf', () => {
  it.each([
    [{ type: 'Checkpoint', baseModel: 'Illustrious' }, 'urn:air:sdxl:checkpoint:civitai:101@1001'],
    [{ type: 'LORA', baseModel: 'SD 1.5' }, 'urn:air:sd1:lora:civitai:101@1001'],
    [{ type: 'TextualInversion', baseModel: 'Flux.1 D' }, 'urn:air:flux1:embedding:civitai:101@1001'],
    [{ type: 'LORA', baseModel: 'Wan Video 14B t2v' }, 'urn:air:civitai:101@1001'],
    [{ type: 'Workflows', baseModel: 'SDXL 1.0' }, 'urn:air:civitai:101@1001'],
    [{ type: '', baseModel: '' }, 'urn:air:civitai:101@1001'],
  ])('%o is %s', (changes, expected) => {
    expect(airOf(itemWith(1, changes))).toBe(expected);
  });
});

describe('coverAddress', () => {
  const NOW = Date.UTC(2026, 10, 22, 12);
  const at = (coverImageUrl: string, seenOn = NOW) => coverAddress(itemWith(1, { coverImageUrl, seenOn }), NOW);

  it.each([
    ['https://s3.example/a.jpg?X-Amz-Date=20261122T110000Z&X-Amz-Expires=86400', 0, true],
    ['https://s3.example/a.jpg?X-Amz-Date=20261121T110000Z&X-Amz-Expires=86400', NOW, false],
    ['https://s3.example/a.jpg?X-Amz-Expires=86400', NOW - 3_600_000, true],
    ['https://s3.example/a.jpg', NOW - 25 * 3_600_000, false],
    ['http://s3.example/a.jpg', NOW, false],
    ['javascript:alert(1)', NOW, false],
    ['', NOW, false],
  ])('%s, seen at %i: %s', (address, seenOn, isGood) => {
    expect(at(address, seenOn)).toBe(isGood ? address : undefined);
  });

  it('is none where the vault names none', () => {
    expect(coverAddress(itemWith(1), NOW)).toBeUndefined();
  });
});

describe('rowsInView', () => {
  const view = { count: 5_000, rowHeight: 64, viewHeight: 640 };

  it('renders what can be seen and little else', () => {
    expect(rowsInView({ ...view, scrolled: -200 })).toEqual(Array.from({ length: 13 }, (_, row) => row));
    const middle = rowsInView({ ...view, scrolled: 64_000 });
    expect([middle[0], middle.at(-1), middle.length]).toEqual([994, 1_015, 22]);
    expect(rowsInView({ ...view, scrolled: 320_000 }).at(-1)).toBe(4_999);
  });

  it('keeps the row that has the focus, wherever it is, in the order of the list', () => {
    expect(rowsInView({ ...view, scrolled: 64_000 }, 3)[0]).toBe(3);
    expect(rowsInView({ ...view, scrolled: 64_000 }, 4_000).at(-1)).toBe(4_000);
    expect(rowsInView({ ...view, scrolled: 64_000 }, 1_000)).toHaveLength(22);
    expect(rowsInView({ ...view, scrolled: 64_000 }, 9_000)).toHaveLength(22);
  });

  it('has nothing to render of an empty list, or of one that ended above', () => {
    expect(rowsInView({ ...view, count: 0, scrolled: 0 }, -1)).toEqual([]);
    expect(rowsInView({ ...view, count: 2, scrolled: 9_000 })).toEqual([]);
  });
});

describe('a selection', () => {
  const entries = prepare([1, 2, 3, 4, 5].map(n => itemWith(n)));

  it('grows to where shift is pressed, and shrinks the same way', () => {
    const one = toggleItem(NOTHING_SELECTED, 2);
    const four = extendTo(one, entries, 2, 5);
    expect([...four]).toEqual([2, 3, 4, 5]);
    const less = toggleItem(four, 5);
    expect([...extendTo(less, entries, 5, 4)]).toEqual([2, 3]);
    expect([...extendTo(one, entries, 2, 1)].sort()).toEqual([1, 2]);
  });

  it('changes one item where the other end is not shown any more', () => {
    expect([...extendTo(NOTHING_SELECTED, entries, 99, 3)]).toEqual([3]);
    expect([...extendTo(NOTHING_SELECTED, entries, undefined, 3)]).toEqual([3]);
  });

  it('selects or unselects everything shown, and forgets items that are gone', () => {
    const all = addAll(new Set([77]), entries);
    expect(all.size).toBe(6);
    expect([...dropAll(all, entries)]).toEqual([77]);
    expect([...prune(all, entries.slice(0, 2))]).toEqual([1, 2]);
    const same = new Set([1]);
    expect(prune(same, entries)).toBe(same);
  });
});

describe('applying announced facts', () => {
  const items = [itemWith(1), itemWith(2, { status: 'Pending' })];
  const [first, second] = items.map(item => item.modelVersionId);
  const start = { items, facts: new Map<number, VersionFact>() };
  const fact = (changes: Partial<VersionFact>): VersionFact => ({
    versionId: first ?? itemWith(1).modelVersionId,
    state: 'in',
    asOf: 1,
    ...changes,
  });

  it('drops versions that are out, and leaves the rest', () => {
    const { items: left, isStale } = applyFacts(start, [fact({ state: 'out' })]);
    expect([left.map(({ id }) => id), isStale]).toEqual([[2], false]);
  });

  it('shows another state at once, and has the rest of it read', () => {
    const after = applyFacts(start, [fact({ versionId: second ?? itemWith(2).modelVersionId, state: 'in' })]);
    expect([after.items[1]?.status, after.isStale]).toEqual(['Stored', true]);
    expect(after.items[0]).toBe(items[0]);
  });

  it('has an item read that it doesn’t have', () => {
    expect(applyFacts(start, [fact({ versionId: itemWith(9).modelVersionId, state: 'pending' })]).isStale).toBe(true);
    expect(applyFacts(start, [fact({ versionId: itemWith(9).modelVersionId, state: 'out' })]).isStale).toBe(false);
  });

  it('has the item read that it only had a stand-in for', () => {
    const standIn = { items: [itemWith(1, { id: -1_001, status: 'Pending' })], facts: new Map<number, VersionFact>() };
    expect(applyFacts(standIn, [fact({ state: 'pending' })]).isStale).toBe(false);
    expect(applyFacts(standIn, [fact({ state: 'pending', itemId: 77 })]).isStale).toBe(true);
  });

  it('keeps an activity until it has ended', () => {
    const busy = fact({ activity: { target: 'out', phase: 'sending', since: 0 } });
    const during = applyFacts(start, [busy]);
    expect(during.facts.get(busy.versionId)).toBe(busy);
    expect(during.items).toBe(items);
    expect(applyFacts(during, [fact({})]).facts.size).toBe(0);
  });

  it('leaves a word for a status that it doesn’t know', () => {
    const strange = { items: [itemWith(1, { status: 'Frozen' })], facts: new Map<number, VersionFact>() };
    expect(applyFacts(strange, [fact({ state: 'in' })])).toMatchObject({
      isStale: false,
      items: [{ status: 'Frozen' }],
    });
  });
});

describe('downloads', () => {
  const files = [
    { id: 5, sizeKb: 10, displayName: 'LoRA' },
    { id: 6, sizeKb: 1, displayName: 'Config' },
  ];
  const site = 'https://civitai.com/api/download/vault';

  it('are each file, and what the site made of the version', () => {
    expect(downloadsOf(itemWith(9, { files })).map(({ href }) => href)).toEqual([
      `${site}/9?type=model&fileId=5`,
      `${site}/9?type=model&fileId=6`,
      `${site}/9?type=details`,
      `${site}/9?type=images`,
    ]);
  });

  it('are the model alone while the site has made nothing of it', () => {
    expect(downloadsOf(itemWith(9, { status: 'Pending' })).map(({ href }) => href)).toEqual([`${site}/9?type=model`]);
    expect(downloadsOf(itemWith(-9, { files }))).toEqual([]);
  });

  const NOW = Date.UTC(2026, 10, 22);
  const quota = (usedKb: number, totalKb: number, days: number) => ({
    usedKb,
    totalKb,
    updatedAt: new Date(NOW - days * 86_400_000).toISOString(),
  });

  it.each([
    ['free space', quota(1, 2, 90), undefined],
    ['over the limit for a month and more', quota(2, 1, 31), 'over-limit'],
    ['over the limit since last week', quota(2, 1, 7), undefined],
    ['exactly full for long', quota(2, 2, 31), 'over-limit'],
    ['nothing known', undefined, undefined],
  ] as const)('with %s', (_, known, expected) => {
    expect(downloadBlockOf(itemWith(1), 'everyone', known, NOW)).toBe(expected);
  });

  it('are barred where the site hands nothing out, and not where it might', () => {
    expect(downloadBlockOf(itemWith(1), 'generation-only', undefined, NOW)).toBe('generation-only');
    expect(downloadBlockOf(itemWith(-1), undefined, undefined, NOW)).toBe('just-added');
    for (const availability of ['early-access', 'private', 'gone', 'archived', 'not-known', undefined] as const) {
      expect(downloadBlockOf(itemWith(1), availability, undefined, NOW)).toBeUndefined();
    }
  });
});
