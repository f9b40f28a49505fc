// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { TwiceSection } from '@/components/twice/twice-section';
import { version } from '@/tests/unit/background/api/ids';
import { click, control, mount, words } from '@/tests/unit/components/mount';
import { knownItem, NOW, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { createKeepOneMessages } from '@/tests/unit/popup/host/fake-messages';
import { settle } from '@/tests/unit/popup/screens/open-popup';
import type { Snapshot } from '@/utils/account/account';
import { fail, ok, type Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import type { MirroredItem } from '@/utils/vault/vault-item';
import type { VersionAvailability } from '@/utils/vault/version-availability';

const first = knownItem(1, { id: 5, modelSizeKb: 4_800_000 });
const items = [first, { ...first, id: 6, notes: 'for portraits' }];
const versionId = first.modelVersionId;

async function open(shown: MirroredItem[] = items, facts: VersionFact[] = []) {
  const time = { now: NOW };
  const host = {
    ...createKeepOneMessages(),
    refresh: vi.fn(async (): Promise<Result<Snapshot>> => ok(snapshotWith({ isOwnerFresh: true }))),
    versionAvailability: vi.fn(
      async (): Promise<Result<VersionAvailability>> =>
        ok({ versionId, availability: 'everyone', modelId: first.modelId, modelName: 'Fox Spirit', versionName: 'v1' }),
    ),
    now: () => time.now,
  };
  host.freshAvailability.mockResolvedValue(ok({ versionId, availability: 'everyone', sizeKb: 4_800_000 }));
  host.reAdd.mockResolvedValue(ok({ versionId, state: 'pending', asOf: NOW }));
  const root = await mount(<TwiceSection host={host} session="session-1" items={shown} facts={facts} />);
  await settle();
  return { host, root, time };
}

describe('a version that is there twice', () => {
  it('is said with what it costs, and nothing is asked of the site', async () => {
    const { host, root } = await open();
    expect(words(root)).toMatch(/Twice in your vault: 9\.\d+ GB instead of 4\.\d+ GB\./);
    expect(host.refresh).not.toHaveBeenCalled();
  });

  it('is kept once after a look and a question that names the note', async () => {
    const { host, root } = await open();
    await click(control(root, 'Keep one…'));
    await settle();
    expect(words(root)).toMatch(/Civitai still offers it, and it fits\..*\s*Your note will be lost: “for portraits”/);
    expect(host.reAdd).not.toHaveBeenCalled();
    await click(control(root, 'Lose the note, keep one'));
    await settle();
    const { modelId } = first;
    expect(host.reAdd).toHaveBeenCalledExactlyOnceWith({ session: 'session-1', versionId, modelId, confirmedAt: NOW });
    expect(words(root)).toContain('One is left.');
  });

  it('is looked up again where the answers are no longer young, and left alone if they have changed', async () => {
    const { host, root, time } = await open();
    await click(control(root, 'Keep one…'));
    await settle();
    time.now += 6_000;
    host.freshAvailability.mockResolvedValue(ok({ versionId, availability: 'unpublished' }));
    await click(control(root, 'Lose the note, keep one'));
    await settle();
    expect(host.freshAvailability).toHaveBeenCalledTimes(2);
    expect(host.reAdd).not.toHaveBeenCalled();
    expect(words(root)).toMatch(/Better not: .* isn’t published.*Open your vault page on Civitai/);
  });

  it('dates the confirmation by the look-ups that it rests on', async () => {
    const { host, root, time } = await open();
    await click(control(root, 'Keep one…'));
    await settle();
    time.now += 60_000;
    await click(control(root, 'Lose the note, keep one'));
    await settle();
    expect(host.reAdd.mock.calls[0]?.[0].confirmedAt).toBe(NOW + 60_000);
  });

  it('is not offered where something is not known, and can be asked about again', async () => {
    const { host, root } = await open();
    host.refresh.mockResolvedValueOnce(fail({ kind: 'offline' }));
    await click(control(root, 'Keep one…'));
    await settle();
    expect(words(root)).toContain('Your free storage isn’t known');
    await click(control(root, 'Ask again'));
    await settle();
    expect(words(root)).toContain('it fits');
  });

  it('is offered again once the membership that was not known is', async () => {
    const { host, root } = await open();
    host.refresh.mockResolvedValueOnce(ok(snapshotWith({ isOwnerFresh: false })));
    await click(control(root, 'Keep one…'));
    await settle();
    expect(words(root)).toContain('whether your membership is active');
    await click(control(root, 'OK'));
    await click(control(root, 'Keep one…'));
    await settle();
    expect(control(root, 'Lose the note, keep one')).toBeTruthy();
  });

  it('says why nothing came of it, and can be tried again', async () => {
    const { host, root } = await open();
    host.reAdd.mockResolvedValue(fail({ kind: 'removal-expired' }));
    await click(control(root, 'Keep one…'));
    await settle();
    await click(control(root, 'Lose the note, keep one'));
    await settle();
    expect(words(root)).toContain('Nothing was removed, your vault hasn’t changed.');
    expect(words(root)).not.toContain('Remove it again');
    await click(control(root, 'Keep one…'));
    await settle();
    expect(control(root, 'Lose the note, keep one')).toBeTruthy();
  });
});

describe('a version that has to come back', () => {
  const fact: VersionFact = { versionId, state: 'out', asOf: NOW };

  it('is said with the reason until the user gives it up', async () => {
    const missing = { ...fact, owed: 'trying', problem: { kind: 'over-quota' } } as const;
    const { host, root } = await open([], [missing]);
    expect(words(root)).toMatch(
      /On its way back.*Fox Spirit v1.*isn’t back yet.*enough free storage.*tries again about once an hour/,
    );
    await click(control(root, 'Try now'));
    expect(host.addOwed).toHaveBeenCalledExactlyOnceWith('session-1', versionId, first.modelId);
    await click(control(root, 'Don’t add it'));
    expect(host.dismissOwed).toHaveBeenCalledExactlyOnceWith(versionId);
  });

  it('is not called on its way back where the site no longer gives it', async () => {
    const gone = { ...fact, owed: 'trying', problem: { kind: 'not-available', obstacle: 'gone' } } as const;
    const activity = { target: 'in', phase: 'sending', since: 1 } as const;
    expect(words((await open([], [{ ...gone, activity }])).root)).toMatch(/^On its way back/);
    const { root } = await open(items, [{ ...gone, versionId: version(7) }]);
    expect(words(root)).toMatch(/^In your vault more than once.*Not in vault.*no longer has this version.*Try now/);
  });

  it('is asked about after a sign-out', async () => {
    const { root } = await open([], [{ ...fact, owed: 'asking' }]);
    expect(words(root)).toMatch(/then you signed out\. Add it to this vault\?\s*Add it\s*Don’t add it/);
  });

  it('is nothing to speak of once it is back', async () => {
    const { root } = await open([], [{ ...fact, state: 'pending', owed: 'trying' }]);
    expect(words(root)).toBe('');
  });
});
