import { describe, expect, it } from 'vitest';
import { choicesOf, describeChosen } from '@/entrypoints/civitai.content/views/choices';
import type { ViewSources } from '@/entrypoints/civitai.content/views/marked-link';
import { viewOfMenu } from '@/entrypoints/civitai.content/views/menu-view';
import { model, version } from '@/tests/unit/background/api/ids';
import { fakeClient } from '@/tests/unit/content/vault-client/fake-client';
import { plain } from '@/tests/unit/support/plain';
import { fail } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { Availability, ModelVersions } from '@/utils/vault/version-availability';

const GB = 1024 * 1024;
const modelId = model(12);
const marked = { target: { modelId }, name: 'Amber' };
type Listed = ModelVersions['versions'][number];
const listed = (id: number, sizeKb?: number, availability?: Availability): Listed => ({
  versionId: version(id),
  versionName: `v${id}`,
  ...(sizeKb !== undefined && { sizeKb }),
  ...(availability && { availability }),
});

/** A page that has looked these versions up; all of them are out unless `facts` say otherwise. */
function pageWith(versions: Listed[], facts: Partial<Record<number, Partial<VersionFact>>> = {}): ViewSources {
  const refused = async () => fail({ kind: 'unexpected' });
  return {
    client: fakeClient({ fact: versionId => ({ versionId, state: 'out', asOf: 1, ...facts[versionId] }) }),
    lookUps: {
      versionsOf: () => ({ modelId, modelName: 'Amber', versions }),
      availabilityOf: () => undefined,
      model: refused,
      version: refused,
      target: async () => undefined,
    },
    intents: { overlay: (_id, fact) => fact },
  };
}
const menuOf = (page: ViewSources) => viewOfMenu(page, marked, { now: 2, isOnline: true }).addAll;
const rowsOf = (page: ViewSources) =>
  choicesOf(page, marked).map(({ title, note, canAdd, isDefault }) => [plain(title), plain(note), canAdd, isDefault]);

describe('the choice among a model’s versions', () => {
  it('takes what everyone may have, leaves the doubtful to the user, and holds the rest back', () => {
    const page = pageWith(
      [
        listed(1, GB),
        listed(2, undefined, 'archived'),
        listed(3, GB, 'early-access'),
        listed(4, GB, 'private'),
        listed(5, GB, 'generation-only'),
        listed(6, GB),
        listed(7, GB),
        listed(8, GB),
      ],
      {
        6: { state: 'in' },
        7: { state: 'unknown', asOf: 0 },
        8: { activity: { target: 'in', phase: 'sending', since: 1 } },
      },
    );
    expect(rowsOf(page)).toEqual([
      ['v1', '1 GB', true, true],
      ['v2', 'Size not known', true, true],
      ['v3: early access', '1 GB', true, false],
      ['v4', '1 GB', true, false],
      ['v5: generation only', 'Can’t be added', false, false],
      ['v6', 'In vault', false, false],
      ['v7', 'Not known yet', false, false],
      ['v8', 'Adding…', false, false],
    ]);
    expect(menuOf(page)).toBe('Add all versions…');
  });

  it('leaves to the user what can’t fit even alone, and says so', () => {
    const sized = (id: number, leastKb: number) => ({ ...listed(id, GB), need: { leastKb, mostKb: GB } });
    const choices = choicesOf(pageWith([sized(1, GB), sized(2, 0.5 * GB), listed(3, 0.4 * GB)]), marked, 0.6 * GB);
    expect(choices.map(({ note, isDefault }) => [plain(note), isDefault])).toEqual([
      ['1 GB: won’t fit', false],
      ['1 GB: may not fit', true],
      ['409.6 MB', true],
    ]);
  });

  it('is offered only where there is more than one to add', () => {
    expect(menuOf(pageWith([listed(1), listed(2)], { 2: { state: 'in' } }))).toBeUndefined();
    expect(menuOf(pageWith([listed(1), listed(2, GB, 'no-files')]))).toBeUndefined();
    expect(menuOf(pageWith([listed(1), listed(2)]))).toBe('Add all versions…');
  });

  it('sums up what is known, and guesses nothing', () => {
    const sumOf = (sizes: (number | undefined)[], freeKb?: number) => {
      const page = pageWith(sizes.map((sizeKb, index) => listed(index + 1, sizeKb)));
      return plain(describeChosen(choicesOf(page, marked), freeKb));
    };
    expect(sumOf([GB, 2 * GB], 9 * GB)).toBe('2 chosen: 3 GB together. 9 GB is free.');
    expect(sumOf([GB, undefined], 9 * GB)).toBe('2 chosen: at least 1 GB together. 9 GB is free.');
    expect(sumOf([undefined, undefined], 9 * GB)).toBe('2 chosen. Their sizes aren’t known. 9 GB is free.');
    expect(sumOf([GB, 2 * GB], 2 * GB)).toBe('2 chosen: 3 GB together. That is more than the 2 GB that is free.');
    expect(sumOf([GB])).toBe('1 chosen: 1 GB.');
    expect(sumOf([], GB)).toBe('Nothing is chosen. 1 GB is free.');
  });
});

describe('the menu', () => {
  it('says before the press what can’t fit and what may not, once the room is known', () => {
    const sized = (id: number, leastKb: number, mostKb: number) => ({
      ...listed(id, mostKb),
      need: { leastKb, mostKb },
    });
    const page = pageWith([sized(1, 10, 20), sized(2, 40, 90), sized(3, 60, 90), listed(4, 90), listed(5)]);
    const titles = (freeKb?: number) =>
      viewOfMenu(page, marked, { now: 2, isOnline: true }, { freeKb }).items.map(({ title }) => plain(title));
    expect(titles(50).map(title => /(won’t|may not) fit/.exec(title)?.[0])).toEqual([
      undefined,
      'may not fit',
      'won’t fit',
      'may not fit',
      undefined,
    ]);
    expect(titles().join()).not.toMatch(/fit/);
  });
});
