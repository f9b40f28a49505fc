import { expect, it } from 'vitest';
import { createFactsAnnouncer } from '@/entrypoints/background/messages/facts-announcer';
import { version } from '@/tests/unit/background/api/ids';
import { later } from '@/tests/unit/popup/host/fake-host';
import type { VersionFact } from '@/utils/vault/membership';

const unknown: VersionFact = { versionId: version(1), state: 'unknown', asOf: 0 };
const known: VersionFact = { versionId: version(1), state: 'in', asOf: 5 };
const checked: VersionFact = { versionId: version(1), state: 'out', asOf: 9 };

it('adds what only the mirror knows, and announces every fact in its turn', async () => {
  const read = later<VersionFact[]>();
  const announced: VersionFact[] = [];
  const mirror = {
    addMirrorFacts: async (facts: readonly VersionFact[]) => (facts[0] === unknown ? read.promise : [...facts]),
  };
  const announce = createFactsAnnouncer(mirror, facts => void announced.push(...facts));
  announce([unknown], 'session-1');
  announce([checked], 'session-1');
  expect(announced).toEqual([]);
  read.settle([known]);
  await expect.poll(() => announced).toEqual([known, checked]);
  announce([checked], 'session-1');
  expect(announced).toEqual([known, checked, checked]);
});

it('keeps what the mirror has to say of a version that is in the vault', async () => {
  const announced: VersionFact[] = [];
  const hinted: VersionFact = { ...known, hint: 'newer' };
  const mirror = { addMirrorFacts: async () => [hinted] };
  createFactsAnnouncer(mirror, facts => void announced.push(...facts))([known], 'session-1');
  await expect.poll(() => announced).toEqual([hinted]);
});

it('announces what is known where the browser refuses storage', async () => {
  const announced: VersionFact[] = [];
  const mirror = { addMirrorFacts: () => Promise.reject(new Error('no')) };
  createFactsAnnouncer(mirror, facts => void announced.push(...facts))([unknown], 'session-1');
  await expect.poll(() => announced).toEqual([unknown]);
});
