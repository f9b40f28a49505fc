// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { click, control, words } from '@/tests/unit/components/mount';
import { createHost, snapshotWith, summaryWith } from '@/tests/unit/popup/host/fake-host';
import { ok } from '@/utils/problem';
import { open, settle } from './open-popup';

const none = { gone: [], newer: [], swaps: [] };

it('the popup says what may be the only copy until the user has seen it', async () => {
  const world = createHost(snapshotWith(), summaryWith());
  const { session } = snapshotWith();
  world.host.readFindings.mockImplementation(async () => ok({ ...none, session, unseen: 2 }));
  const root = await open(world);
  await settle();
  expect(words(root)).toContain('2 versions in your vault are no longer on Civitai for everybody.');
  expect(words(root)).toContain('may hold the only copy');
  expect(control(root, 'Show in your vault (opens in a new tab)').getAttribute('href')).toBe(
    '/vault.html?show=only-copy',
  );
  await click(control(root, 'Got it'));
  expect(words(root)).not.toContain('no longer on Civitai');
  expect(world.host.markGoneSeen).toHaveBeenCalledTimes(1);
});

it('the popup says nothing of another account’s vault', async () => {
  const world = createHost(snapshotWith(), summaryWith());
  world.host.readFindings.mockImplementation(async () => ok({ ...none, session: 'another', unseen: 2 }));
  const root = await open(world);
  await settle();
  expect(words(root)).not.toContain('no longer on Civitai');
});
