import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type KnownVersions,
  type ListOnPage,
  matchVersions,
} from '@/entrypoints/civitai.content/model-page/match-versions';
import { isVersionId, type VersionId } from '@/utils/civitai/ids';

function id(value: number): VersionId {
  if (!isVersionId(value)) throw new Error(`${value} is not a version id`);
  return value;
}

const known = (source: KnownVersions['source'], ...versions: [number, string][]): KnownVersions => ({
  source,
  versions: versions.map(([value, versionName]) => ({ versionId: id(value), versionName })),
});

/** The first version is on screen, and nothing says which it is, unless told otherwise. */
const page = (names: string[], more: Partial<ListOnPage> = {}): ListOnPage => ({
  names,
  active: 0,
  address: undefined,
  linked: [],
  isTranslated: false,
  learned: [],
  ...more,
});

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
