import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchVersions } from '@/entrypoints/civitai.content/model-page/match-versions';
import { id, known, page } from './list-on-page';

const [A, B, C] = [id(3), id(2), id(1)];

describe('versions that the API hides', () => {
  const hidden = known('anew', [4, 'a'], [3, 'b'], [1, 'd']);

  it('are left open; the others are shown by name, but not acted on', () => {
    const matched = matchVersions(page(['a', 'b', 'c', 'd']), hidden);
    expect(matched).toEqual({ ids: [4, 3, undefined, 1], isCertain: false, isOutdated: true });
  });

  it.each([
    [0, 4],
    [2, 2],
  ])('button %i is certain once the page names its version', (active, versionId) => {
    const matched = matchVersions(page(['a', 'b', 'c', 'd'], { active, linked: [id(versionId)] }), hidden);
    expect(matched).toMatchObject({ isCertain: true });
    expect(matched.ids[active]).toBe(versionId);
  });

  it('are never taken for their twins', () => {
    const twins = known('anew', [4, 'v2'], [2, 'v2'], [1, 'v1']);
    expect(matchVersions(page(['v2', 'extra', 'v2', 'v1']), twins).ids).toEqual([undefined, undefined, undefined, 1]);
  });
});

describe('a page that a browser has translated', () => {
  const own: [number, string][] = [
    [3, 'Final'],
    [2, 'Old'],
    [1, 'Draft'],
  ];

  it.each([
    ['words', ['Endgültig', 'Alt', 'Entwurf']],
    ['names alike', ['Alt', 'Alt', 'Alt']],
    ['names that change places', ['Old', 'Final', 'Draft']],
  ])('goes by position in the page’s own data: %s', (_what, names) => {
    expect(matchVersions(page(names, { isTranslated: true }), known('page', ...own))).toEqual({
      ids: [3, 2, 1],
      isCertain: true,
      isOutdated: false,
    });
  });

  it('goes by position in a list that was looked up where the page confirms it, and only there', () => {
    const translated = page(['Old', 'Final', 'Entwurf'], { isTranslated: true });
    expect(matchVersions({ ...translated, address: A }, known('looked-up', ...own))).toMatchObject({
      ids: [3, 2, 1],
      isCertain: true,
    });
    expect(matchVersions({ ...translated, address: B }, known('looked-up', ...own))).toMatchObject({
      ids: [2, undefined, undefined],
      isCertain: true,
    });
    expect(matchVersions(translated, known('anew', ...own))).toMatchObject({ isCertain: false });
  });

  it('keeps what was certain before it was translated', () => {
    const translated = page(['Alt', 'Alt', 'Entwurf'], { isTranslated: true, learned: [A, B, C] });
    expect(matchVersions(translated, known('anew', ...own))).toMatchObject({ ids: [3, 2, 1], isCertain: true });
  });
});

/** A page with these versions, and what is known of them: some hidden, some renamed, some moved. */
const worlds = fc.record({
  names: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 }),
  active: fc.nat(5),
  isHidden: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  oldNames: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 6, maxLength: 6 }),
  isMoved: fc.boolean(),
  translation: fc.option(fc.array(fc.constantFrom('a', 'b', 'x'), { minLength: 6, maxLength: 6 })),
  says: fc.record({ address: fc.boolean(), links: fc.boolean() }),
});

describe('whatever a list leaves out, renames or moves', () => {
  it('no version is certain but the one on screen', () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom('page', 'anew', 'looked-up'), (world, source) => {
        const truth = world.names.map((versionName, index) => ({ versionId: id(index + 1), versionName }));
        const active = world.active % truth.length;
        const own = truth[active]?.versionId ?? id(1);
        const listed = truth.filter((_, index) => source === 'page' || !world.isHidden[index]);
        // Only what was looked up before can have names of another time, or another order.
        const old = listed.map((version, index) => ({ ...version, versionName: world.oldNames[index] ?? '' }));
        const versions = source !== 'looked-up' ? listed : world.isMoved ? old.reverse() : old;
        const matched = matchVersions(
          page(world.translation?.slice(0, truth.length) ?? world.names, {
            active,
            isTranslated: world.translation !== null,
            address: world.says.address ? own : undefined,
            linked: world.says.links ? [own] : [],
          }),
          { source, versions },
        );
        if (matched.isCertain) expect(matched.ids[active]).toBe(own);
        if (world.says.address || world.says.links) expect(matched.isCertain).toBe(true);
        if (source === 'looked-up') return;
        for (const [index, found] of matched.ids.entries()) if (found !== undefined) expect(found).toBe(index + 1);
      }),
      { numRuns: 5_000 },
    );
  });
});
