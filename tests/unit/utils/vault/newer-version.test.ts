import { describe, expect, it } from 'vitest';
import { version } from '@/tests/unit/background/api/ids';
import { type ListedVersion, newerThan } from '@/utils/vault/newer-version';

const listed = (id: number, changes: Partial<ListedVersion> = {}): ListedVersion => ({
  versionId: version(id),
  name: `v${id}`,
  isGated: false,
  isPrivate: false,
  baseModel: 'SDXL 1.0',
  publishedAt: id * 1_000,
  ...changes,
});

describe('the newer version', () => {
  it.each<[string, ListedVersion[], number | undefined]>([
    ['is the newest of the same base model', [listed(4), listed(3), listed(2), listed(1)], 4],
    ['is none where the version is the newest', [listed(2), listed(1)], undefined],
    ['is none of another base model', [listed(4, { baseModel: 'Pony' }), listed(3), listed(2)], 3],
    ['is none that has to be bought', [listed(4, { isGated: true }), listed(3), listed(2)], 3],
    ['is none that is private', [listed(4, { isPrivate: true }), listed(2)], undefined],
    ['goes by the date, whatever the creator’s order', [listed(2), listed(1), listed(3)], 3],
    ['goes by the creator’s order without a date', [listed(5, { publishedAt: 0 }), listed(2)].map(undated), 5],
    ['is not known of a version that is not listed', [listed(4), listed(3)], undefined],
    ['is not known without a base model', [listed(4), listed(2)].map(({ baseModel: _, ...rest }) => rest), undefined],
  ])('%s', (_, versions, expected) => {
    expect(newerThan(version(2), versions)?.versionId).toBe(expected);
  });
});

function undated({ publishedAt: _, ...rest }: ListedVersion): ListedVersion {
  return rest;
}
