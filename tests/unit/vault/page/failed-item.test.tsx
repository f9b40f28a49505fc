// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { click, control, find, words } from '@/tests/unit/components/mount';
import { NOW, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { itemWith } from '@/tests/unit/utils/vault-view/items';
import { createHost } from '@/tests/unit/vault/fake-host';
import type { Snapshot } from '@/utils/account/account';
import { ok } from '@/utils/problem';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { closePage, open, settle } from './open-page';

beforeEach(() => history.replaceState(null, '', '/vault.html'));

afterEach(closePage);

async function openItem(item: MirroredItem, changes: Partial<Snapshot> = {}) {
  const snapshot = snapshotWith({ isOwnerFresh: true, ...changes });
  const world = createHost([item], snapshot);
  const { modelVersionId: versionId } = item;
  world.host.freshAvailability.mockResolvedValue(ok({ versionId, availability: 'everyone', sizeKb: 1 }));
  const root = await open(world);
  await click(find(root, '.row .cell--model'));
  await settle();
  return { ...world, dialog: find(root, 'dialog') };
}

const lost = itemWith(1, { status: 'Failed', failures: 4 });

describe('the dialog of an item that could not be stored', () => {
  it('says why, asks before it acts, and adds it again as the popup does', async () => {
    const { dialog, host } = await openItem(lost);
    host.reAdd.mockResolvedValue(ok({ versionId: lost.modelVersionId, state: 'pending', asOf: NOW }));
    expect(words(find(dialog, '.failed-item'))).toContain('Civitai has given up.');
    await click(control(dialog, 'Remove and add again…'));
    await settle();
    expect(words(find(dialog, '.failed-item'))).toContain('Civitai still offers it, and it fits.');
    expect(host.reAdd).not.toHaveBeenCalled();
    await click(control(dialog, 'Remove and add again'));
    await settle();
    expect(host.reAdd).toHaveBeenCalledExactlyOnceWith({
      session: 'session-1',
      versionId: lost.modelVersionId,
      modelId: lost.modelId,
      confirmedAt: NOW,
    });
    expect(words(dialog)).toContain('Added again.');
  });

  it('offers nothing while the site tries again by itself, or with a key that may not', async () => {
    const tried = await openItem(itemWith(2, { status: 'Failed', failures: 1 }));
    expect(words(find(tried.dialog, '.failed-item'))).toContain('will try again by itself');
    expect(tried.dialog.querySelector('.failed-item button')).toBeNull();
    const reading = await openItem(lost, { canWrite: false });
    expect(reading.dialog.querySelector('.failed-item button')).toBeNull();
  });

  it('is there for no other item', async () => {
    expect((await openItem(itemWith(3))).dialog.querySelector('.failed-item')).toBeNull();
  });
});
