import { describe, expect, it } from 'vitest';
import type { VersionFact } from '@/utils/vault/membership';
import { applyFacts } from '@/utils/vault-view/follow';
import { itemWith } from './items';

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
