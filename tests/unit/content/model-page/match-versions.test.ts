import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesFor, matchVersions } from '@/entrypoints/civitai.content/model-page/match-versions';
import { isVersionId, type VersionId } from '@/utils/civitai/ids';

function id(value: number): VersionId {
  if (!isVersionId(value)) throw new Error(`${value} is not a version id`);
  return value;
}

function listOf(...versions: [number, string][]): { versionId: VersionId; versionName: string }[] {
  return versions.map(([value, versionName]) => ({ versionId: id(value), versionName }));
}

describe('matchVersions', () => {
  it('matches two equal lists by position, twins included', () => {
    expect(matchVersions(['v2', 'v1', 'v1'], listOf([3, 'v2'], [2, 'v1'], [1, 'v1']))).toEqual([3, 2, 1]);
  });

  it('leaves twins open when one of them is missing from the API', () => {
    const known = listOf([5, 'v3'], [4, 'v2'], [1, 'v1']);
    expect(matchVersions(['v3', 'v2', 'v2', 'v1'], known)).toEqual([5, undefined, undefined, 1]);
  });

  it('leaves a version open that the API does not know, and matches the rest', () => {
    const known = listOf([4, 'a'], [3, 'b'], [1, 'd']);
    expect(matchVersions(['a', 'b', 'c', 'd'], known)).toEqual([4, 3, undefined, 1]);
  });

  it('leaves a version open that stands in between two twins', () => {
    const known = listOf([4, 'v2'], [2, 'v2'], [1, 'v1']);
    expect(matchVersions(['v2', 'extra', 'v2', 'v1'], known)).toEqual([undefined, undefined, undefined, 1]);
  });

  it('trusts nothing when the order disagrees', () => {
    expect(matchVersions(['a', 'b', 'new'], listOf([2, 'b'], [1, 'a']))).toEqual([undefined, undefined, undefined]);
  });

  it('folds white space and Unicode forms', () => {
    expect(matchVersions([' v1  –  first ', 'café'], listOf([2, 'v1 – first'], [1, 'cafe\u0301']))).toEqual([2, 1]);
  });

  it('is never wrong, whatever the API leaves out', () => {
    const names = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 8 });
    const hidden = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(names, hidden, (shown, isHidden) => {
        const page = shown.map((versionName, index) => ({ versionId: id(index + 1), versionName }));
        const known = page.filter((_, index) => !isHidden[index]);
        const matched = matchVersions(shown, known);
        for (const [index, versionId] of matched.entries()) {
          if (versionId !== undefined) expect(versionId).toBe(index + 1);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('candidatesFor', () => {
  it('names every version that could be meant', () => {
    expect(candidatesFor(' v1 ', listOf([3, 'v2'], [2, 'v1'], [1, 'v1']))).toEqual([2, 1]);
  });
});
