import { describe, expect, it } from 'vitest';
import { viewOfModel, viewOfVersion } from '@/entrypoints/civitai.content/views/mark-view';
import type { ModelState } from '@/entrypoints/civitai.content/views/model-state';
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
    expect([view.label, view.name]).toEqual([
      'Add v2.0, 1 MB',
      'Add to vault: v2.0 of Amber, 1 MB. No version is in your vault.',
    ]);
  });

  it('names them while they are being added: where one press looks up and adds, there is no sooner moment', () => {
    expect(viewOfModel({}, { ...out, state: 'busy', busy: adding }, naming, 5, moment).label).toBe(
      'Adding v2.0, 1 MB…',
    );
    expect(viewOfVersion({ versionId }, adding, naming, moment).label).toBe('Adding v2.0, 1 MB…');
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
    expect(viewOfVersion({ versionId }, twice, naming, moment).label).toBe('Twice in vault');
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
    expect(views.map(({ label }) => label)).toEqual([
      'In vault, as of 3 hours ago',
      'In vault, as of 3 hours ago',
      'Add v2.0, 1 MB',
    ]);
    for (const { name, isOld } of views) {
      expect(name).toMatch(/ This is as of 3 hours ago\.$/);
      expect(isOld).toBe(true);
    }
  });

  it('is not marked as old while it is young, or where nothing is known', () => {
    expect(viewOfModel({}, out, naming, 5, moment).isOld).toBe(false);
    expect(viewOfModel({}, { ...out, state: 'unknown' }, naming, 0, later)).toMatchObject({
      isOld: false,
      label: 'Not known',
    });
  });
});
