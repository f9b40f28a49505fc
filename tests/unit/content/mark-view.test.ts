import { describe, expect, it } from 'vitest';
import { viewOfModel, viewOfVersion } from '@/entrypoints/civitai.content/mark-view';
import type { ModelState } from '@/entrypoints/civitai.content/model-state';
import { isVersionId } from '@/utils/ids';
import type { VersionFact } from '@/utils/membership';

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
const out: ModelState = { state: 'out', count: 0, kept: [], busy: undefined };

describe('a mark', () => {
  it('names version and size before they are added, once they are known', () => {
    const view = viewOfModel({}, out, naming, 5, moment);
    expect([view.label, view.name]).toEqual([
      'Add v2.0, 1 MB',
      'Add to vault: v2.0, 1 MB of Amber. No version is in your vault.',
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
});
