import { beforeEach, describe, expect, it } from 'vitest';
import { version } from '@/tests/unit/background/api/ids';
import { storedSnapshot } from '@/utils/account/snapshot';
import type { VersionFact } from '@/utils/vault/membership';
import { createWindows, NOW, startWorker } from './stage';

const clock = { now: NOW };
const about = { session: 's', versionId: version(7) };
const snapshot = { session: 's', keyTail: '', canWrite: true, membership: 'member', asOf: NOW } as const;
const quota = { usedKb: 0, totalKb: 10_000_000, updatedAt: '2026-11-26T00:00:00.000Z' };
const foresee = (given: Partial<Parameters<typeof startWorker>[0]> = {}) =>
  startWorker({ clock, stored: {}, ...given }).removals.foresee(about);

beforeEach(() => {
  clock.now = NOW;
  createWindows();
});

describe('a removal', () => {
  it('is foreseen to need no more than the page, where nothing known speaks against it', async () => {
    expect(await foresee()).toEqual({});
    const { removals } = startWorker({ clock });
    expect(await removals.foresee(about)).toEqual({});
  });

  it.each([
    ['is not offered to all', { isOffered: false }],
    ['has notes', { stored: { notes: 'mine' } }],
    ['is there twice', { copies: 2 }],
    ['may be there twice', { copies: undefined }],
  ])('is foreseen to be asked about in a window of ours where the version %s', async (_, given) => {
    expect(await foresee(given)).toEqual({ elsewhere: 'risk' });
  });

  it.each([
    ['has lapsed', { membership: 'lapsed', quota } as const],
    ['is of a user who can’t be asked for', { quota, isOwnerFresh: false, tier: 'gold' } as const],
    ['has no free space', { quota: { ...quota, totalKb: 0 }, isOwnerFresh: true, tier: 'gold' } as const],
  ])('is asked about there where the membership %s, as far as was heard last', async (_, more) => {
    await storedSnapshot.setValue({ ...snapshot, ...more });
    expect(await foresee({ stored: { modelSizeKb: 2, detailsSizeKb: 0, imagesSizeKb: -1 } })).toEqual({
      elsewhere: 'risk',
    });
  });

  it('of another sign-in’s figures says nothing', async () => {
    await storedSnapshot.setValue({ ...snapshot, session: 'former', membership: 'lapsed', quota });
    expect(await foresee()).toEqual({});
  });

  it('of what was added a moment ago goes by that', async () => {
    const fact: VersionFact = { versionId: about.versionId, state: 'pending', asOf: NOW };
    expect(await foresee({ facts: new Map([[7, fact]]), copies: undefined })).toEqual({});
  });

  it('is asked about there once ten have left in a minute, and foreseeing takes none of them', async () => {
    for (let at = 0; at < 20; at += 1) expect(await foresee()).toEqual({});
    for (let id = 100; id < 110; id += 1) await startWorker({ clock }).remove(id);
    expect(await foresee()).toEqual({ elsewhere: 'many' });
  });
});

it('a question that was foreseen says why it is asked', async () => {
  const { removals } = startWorker({ clock });
  const browser = createWindows();
  await removals.ask({ ...about, why: 'risk' }, 1);
  expect(await removals.ownGround.find(browser.id())).toMatchObject({ why: { kind: 'risk' } });
});
