import { describe, expect, it } from 'vitest';
import { matchVersions } from '@/entrypoints/civitai.content/model-page/match-versions';
import { id, known, page } from './list-on-page';

const [A, B, C] = [id(3), id(2), id(1)];

describe('a list that fits', () => {
  it.each(['page', 'anew'] as const)('is matched by position (%s), twins included', source => {
    const matched = matchVersions(page(['v2', 'v1', 'v1']), known(source, [3, 'v2'], [2, 'v1'], [1, 'v1']));
    expect(matched).toEqual({ ids: [3, 2, 1], isCertain: true, isOutdated: false });
  });

  it('is not certain while it is only known from before, and nothing on the page confirms it', () => {
    const versions = known('looked-up', [3, 'v2'], [2, 'v1']);
    expect(matchVersions(page(['v2', 'v1']), versions)).toMatchObject({ isCertain: false, isOutdated: true });
    for (const confirmed of [{ address: A }, { linked: [A] }]) {
      expect(matchVersions(page(['v2', 'v1'], confirmed), versions)).toEqual({
        ids: [3, 2],
        isCertain: true,
        isOutdated: false,
      });
    }
  });

  it('folds white space and Unicode forms', () => {
    const versions = known('anew', [2, 'v1 – first'], [1, 'cafe\u0301']);
    expect(matchVersions(page([' v1  –  first ', 'café']), versions).ids).toEqual([2, 1]);
  });
});

describe('names that were given to another version', () => {
  // B was "Final"; then its creator renamed it to "Old" and published A as "Final".
  const before = known('looked-up', [2, 'Final']);

  it.each([{ address: A }, { linked: [A] }, { address: A, linked: [A] }])(
    'stand for what address and links say: %o',
    said => {
      const matched = matchVersions(page(['Final', 'Old'], said), before);
      expect(matched).toEqual({ ids: [3, undefined], isCertain: true, isOutdated: true });
    },
  );

  it('stand for nothing certain where neither says a word', () => {
    const matched = matchVersions(page(['Final', 'Old']), before);
    expect(matched).toEqual({ ids: [undefined, undefined], isCertain: false, isOutdated: true });
  });

  it('are vetoed in a list of the same length, too', () => {
    const swapped = known('anew', [2, 'Final'], [1, 'Old']);
    for (const said of [{ address: A }, { linked: [A] }]) {
      expect(matchVersions(page(['Final', 'Old'], said), swapped)).toEqual({
        ids: [3, undefined],
        isCertain: true,
        isOutdated: true,
      });
    }
  });

  it('do not act by what was learnt before the page said otherwise', () => {
    const matched = matchVersions(page(['Final', 'Old'], { learned: [B, C], linked: [A] }), before);
    expect(matched).toMatchObject({ ids: [3, undefined], isCertain: true });
  });

  it('are asked about where the address says another version than the links', () => {
    const matched = matchVersions(page(['Final', 'Old'], { address: A, linked: [B] }), known('page', [3, 'Final']));
    expect(matched).toMatchObject({ ids: [undefined, undefined], isCertain: false, isOutdated: true });
  });

  it('are asked about where the page’s own data don’t know the address', () => {
    const matched = matchVersions(page(['Final'], { address: id(9) }), known('page', [3, 'Final']));
    expect(matched).toMatchObject({ ids: [undefined], isCertain: false });
  });
});

describe('another order', () => {
  it('trusts nothing by position', () => {
    const moved = known('page', [2, 'b'], [1, 'a']);
    expect(matchVersions(page(['a', 'b']), moved)).toMatchObject({ ids: [undefined, undefined], isCertain: false });
  });

  it('leaves the version certain that the page names, and the others open', () => {
    const moved = known('anew', [2, 'b'], [1, 'a']);
    expect(matchVersions(page(['a', 'b'], { linked: [C] }), moved)).toMatchObject({
      ids: [1, undefined],
      isCertain: true,
    });
  });

  it('keeps what each button stood for, which moves with it', () => {
    const stale = known('page', [3, 'a'], [2, 'b']);
    expect(matchVersions(page(['b', 'a'], { learned: [B, A] }), stale)).toEqual({
      ids: [2, 3],
      isCertain: true,
      isOutdated: false,
    });
  });
});
