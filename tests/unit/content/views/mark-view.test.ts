import { describe, expect, it } from 'vitest';
import { viewOfModel, viewOfVersion } from '@/entrypoints/civitai.content/views/mark-view';
import type { ModelState } from '@/entrypoints/civitai.content/views/model-state';
import { plain } from '@/tests/unit/support/plain';
import { isVersionId } from '@/utils/civitai/ids';
import type { VersionFact } from '@/utils/vault/membership';

const versionId = 30;
if (!isVersionId(versionId)) throw new Error('not an id');
const moment = { now: 10, isOnline: true };
const naming = { modelName: 'Amber', modelId: undefined, versionName: 'v2.0', sizeKb: 1024 };
const adding: VersionFact = {
  versionId,
  state: 'out',
  asOf: 5,
  activity: { target: 'in', phase: 'sending', since: 9 },
};
const out: ModelState = { state: 'out', storedCount: 0, inVault: [], busy: undefined };

describe('a mark', () => {
  it('names version and size before they are added, once they are known', () => {
    const view = viewOfModel({}, out, naming, 5, moment);
    expect([view.label, view.name].map(plain)).toEqual([
      'Add v2.0 (1 MB)',
      'Add v2.0 (1 MB): v2.0 of Amber (1 MB). No version is in your vault.',
    ]);
  });

  it('names them while they are being added: where one press looks up and adds, there is no sooner moment', () => {
    const views = [
      viewOfModel({}, { ...out, state: 'busy', busy: adding }, naming, 5, moment),
      viewOfVersion({ versionId }, adding, naming, moment),
    ];
    expect(views.map(({ label }) => plain(label))).toEqual(['Adding v2.0 (1 MB)…', 'Adding v2.0 (1 MB)…']);
  });

  it('says before the press that a version is in early access, or why it can’t be added', () => {
    const labels = (['early-access', 'generation-only', 'everyone'] as const).map(availability => [
      viewOfModel({}, out, { ...naming, availability }, 5, moment).label,
      viewOfVersion({ versionId }, { versionId, state: 'out', asOf: 5 }, { ...naming, availability }, moment).label,
    ]);
    expect(labels.map(each => each.map(plain))).toEqual([
      ['Add v2.0 (1 MB): early access', 'Add v2.0 (1 MB): early access'],
      ['Can’t be added: generation only', 'Can’t be added: generation only'],
      ['Add v2.0 (1 MB)', 'Add v2.0 (1 MB)'],
    ]);
  });

  it('says in words that are seen whose vault it is, where the page may be of another login', () => {
    const { label, name } = viewOfModel({}, out, naming, 5, { ...moment, account: 'keeper' });
    expect(plain(label)).toBe('Add v2.0 (1 MB) for keeper');
    expect(plain(name)).toMatch(/^Add v2\.0 \(1 MB\) for keeper: .* The vault is that of keeper\.$/);
  });

  it('says only what it does where neither is known', () => {
    const unnamed = { modelName: 'Amber', modelId: undefined, versionName: undefined };
    expect(viewOfModel({}, out, unnamed, 5, moment).label).toBe('Add');
    expect(viewOfVersion({ versionId }, adding, unnamed, moment).label).toBe('Adding…');
  });

  it('calls an unsettled change neither done nor undone', () => {
    const unsettled: VersionFact = { versionId, state: 'out', asOf: 5, problem: { kind: 'unsettled', target: 'in' } };
    const model = { state: 'error', storedCount: 0, inVault: [], busy: unsettled } as const;
    const views = [
      viewOfVersion({ versionId }, unsettled, naming, moment),
      viewOfModel({}, { ...model, inVault: [] }, naming, 5, moment),
    ];
    for (const { label, name } of views) {
      expect(label).toBe('Not certain');
      expect(name).toContain('It isn’t certain whether this version is in your vault.');
      expect(name).not.toContain('not in your vault');
    }
  });

  it('says what is wrong with a version that is in the vault twice: no removal was tried', () => {
    const twice: VersionFact = { versionId, state: 'in', asOf: 5, problem: { kind: 'duplicated' } };
    expect(viewOfVersion({ versionId }, twice, naming, moment).label).toBe('In vault more than once');
  });
});

describe('a mark of an old fact', () => {
  const later = { now: 3 * 3_600_000 + 5, isOnline: true };
  const inVault: VersionFact = { versionId, state: 'in', asOf: 5 };

  it('says its age: of a version, of a model, and of one that is not in', () => {
    const views = [
      viewOfVersion({ versionId }, inVault, naming, later),
      viewOfModel({}, { state: 'in', storedCount: 1, inVault: [inVault], busy: undefined }, naming, 5, later),
      viewOfModel({}, out, naming, 5, later),
    ];
    expect(views.map(({ label }) => plain(label))).toEqual([
      'In vault, as of 3 hours ago',
      'In vault, as of 3 hours ago',
      'Add v2.0 (1 MB)',
    ]);
    // A name says the age once: where the label has it, at its start.
    for (const { name, isOld } of views) expect([plain(name).match(/3 hours ago/g)?.length, isOld]).toEqual([1, true]);
    expect(plain(views[2]?.name ?? '')).toMatch(/ This is as of 3 hours ago\.$/);
  });

  it('is not marked as old while it is young, or where nothing is known', () => {
    expect(viewOfModel({}, out, naming, 5, moment).isOld).toBe(false);
    expect(viewOfModel({}, { ...out, state: 'unknown' }, naming, 0, later)).toMatchObject({
      isOld: false,
      label: 'Not known',
    });
  });
});

describe('the name of a mark', () => {
  const inVault = (id: number, state: VersionFact['state']): VersionFact => {
    if (!isVersionId(id)) throw new Error('not an id');
    return { versionId: id, state, asOf: 5 };
  };
  const modelWith = (state: ModelState['state'], facts: VersionFact[], busy?: VersionFact) => {
    const storedCount = facts.filter(fact => fact.state === 'in').length;
    return viewOfModel({}, { state, storedCount, inVault: facts, busy }, naming, 5, moment);
  };
  const problem = { kind: 'over-quota' } as const;

  it.each([
    ['In vault: Amber. 1 version is in your vault. Remove from vault…', modelWith('in', [inVault(30, 'in')])],
    [
      '3 in vault: Amber. 3 versions are in your vault. Press to see its versions.',
      modelWith('in', [inVault(30, 'in'), inVault(31, 'in'), inVault(32, 'pending')]),
    ],
    ['Not known: v2.0 of Amber (1 MB). Vaulted doesn’t know yet whether a version', modelWith('unknown', [])],
    [
      'Not added: v2.0 of Amber (1 MB). This version is not in your vault. Add to vault',
      viewOfVersion({ versionId }, { ...inVault(30, 'out'), problem }, naming, moment),
    ],
    [
      'Can’t be added: no longer there: v2.0 of Amber (1 MB). This version is not in your vault.',
      viewOfVersion({ versionId }, inVault(30, 'out'), { ...naming, availability: 'gone' }, moment),
    ],
    [
      'Pending: Version 30 of Amber. This version is in your vault.',
      viewOfVersion(
        { versionId },
        inVault(30, 'pending'),
        { modelName: 'Amber', versionName: undefined, versionId },
        moment,
      ),
    ],
  ])('starts with the words that are seen: %s', (words, view) => {
    expect(view.name.startsWith(view.label)).toBe(true);
    expect(plain(view.name).slice(0, words.length)).toBe(words);
  });
});
