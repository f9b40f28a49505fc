import { describe, expect, it } from 'vitest';
import { viewOfModel, viewOfVersion } from '@/entrypoints/civitai.content/views/mark-view';
import { version } from '@/tests/unit/background/api/ids';
import { plain } from '@/tests/unit/support/plain';
import type { VersionFact } from '@/utils/vault/membership';

const versionId = version(30);
const moment = { now: 10, isOnline: true };
const naming = { modelName: 'Amber', modelId: undefined, versionName: 'v2.0', sizeKb: 1024 };

describe('a mark of what needs the user', () => {
  const stored = (hint?: VersionFact['hint']): VersionFact => ({
    versionId,
    state: 'in',
    asOf: 5,
    ...(hint && { hint }),
  });
  const modelWith = (...inVault: VersionFact[]) =>
    viewOfModel({}, { state: 'in', storedCount: inVault.length, inVault, busy: undefined }, naming, 5, moment);

  it('says of a whole model that a newer version is out, or that it may be the only copy', () => {
    const views = [modelWith(stored()), modelWith(stored('newer')), modelWith(stored('newer'), stored('only-copy'))];
    expect(views.map(({ hint }) => hint)).toEqual([undefined, 'newer', 'only-copy']);
    expect(views.map(({ name }) => plain(name).replace(/^.*?: .*?\. /, ''))).toEqual([
      '1 version is in your vault. Remove from vault…',
      '1 version is in your vault. A newer version is out. Remove from vault…',
      '2 versions are in your vault. What you have may be the only copy. Press to see its versions.',
    ]);
  });

  it('says the same of one version', () => {
    const view = viewOfVersion({ versionId }, stored('only-copy'), naming, moment);
    expect([view.hint, plain(view.name)]).toEqual(['only-copy', expect.stringContaining('may be the only copy')]);
  });
});
