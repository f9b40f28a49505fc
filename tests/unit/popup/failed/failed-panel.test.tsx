// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { FailedPanel } from '@/entrypoints/popup/failed/failed-panel';
import { click, control, find, mount, words } from '@/tests/unit/components/mount';
import { createHost, knownItem, later, NOW, snapshotWith, summaryWith } from '@/tests/unit/popup/host/fake-host';
import { fail, ok } from '@/utils/problem';

const lost = knownItem(1, { status: 'Failed', failures: 4, modelName: 'Lost One' });
const tried = knownItem(2, { status: 'Failed', failures: 1, modelName: 'Tried One' });

async function open(notes?: string) {
  const world = createHost(snapshotWith());
  const items = [knownItem(3), tried, { ...lost, ...(notes !== undefined && { notes }) }];
  world.host.readItems.mockResolvedValue({
    session: 'session-1',
    items,
    facts: [],
    status: { kind: 'synced', at: NOW },
  });
  world.host.refresh.mockResolvedValue(ok(snapshotWith({ isOwnerFresh: true })));
  world.host.freshAvailability.mockResolvedValue(
    ok({ versionId: lost.modelVersionId, availability: 'everyone', sizeKb: 1 }),
  );
  const root = await mount(<FailedPanel host={world.host} snapshot={snapshotWith()} summary={summaryWith()} />);
  await settle();
  return { ...world, root };
}

async function settle() {
  for (let round = 0; round < 4; round += 1) await act(async () => void (await Promise.resolve()));
}

async function ask(root: HTMLElement) {
  await click(control(root, 'Remove and add again…'));
  await settle();
}

describe('FailedPanel', () => {
  it('lists the failed versions, first those that the site has given up', async () => {
    const { root } = await open();
    expect([...root.querySelectorAll('li a bdi:first-child')].map(words)).toEqual(['Lost One', 'Tried One']);
    expect(root.querySelectorAll('button')).toHaveLength(1);
  });

  it('looks up before it asks, asks before it acts, and can be cancelled', async () => {
    const { root, host } = await open();
    await ask(root);
    const { modelVersionId: versionId, modelId } = lost;
    expect(host.freshAvailability).toHaveBeenCalledExactlyOnceWith({ versionId, modelId });
    await vi.waitFor(() => expect(document.activeElement).toBe(control(root, 'Leave it as it is')));
    await click(control(root, 'Leave it as it is'));
    expect(host.reAdd).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(control(root, 'Remove and add again…'));
  });

  it('submits both as one intent, confirmed now, and shows the result', async () => {
    const { root, host } = await open();
    host.reAdd.mockResolvedValue(ok({ versionId: lost.modelVersionId, state: 'pending', asOf: NOW }));
    await ask(root);
    await click(control(root, 'Remove and add again'));
    expect(host.reAdd).toHaveBeenCalledExactlyOnceWith({
      session: 'session-1',
      versionId: lost.modelVersionId,
      confirmedAt: NOW,
      modelId: lost.modelId,
    });
    await settle();
    expect(words(root)).toContain('Added again.');
    expect(words(document.activeElement ?? root)).toContain('Added again.');
  });

  it('leaves the focus where the user has moved it', async () => {
    const { root, host } = await open();
    const answer = later<Awaited<ReturnType<typeof host.reAdd>>>();
    host.reAdd.mockReturnValue(answer.promise);
    await ask(root);
    await click(control(root, 'Remove and add again'));
    expect(words(document.activeElement ?? root)).toContain('Removing it and adding it again.');
    const link = find<HTMLElement>(root, 'li a');
    link.focus();
    answer.settle(fail({ kind: 'offline' }));
    await settle();
    expect(words(root)).toContain('can’t be reached');
    expect(document.activeElement).toBe(link);
  });

  it('ends the look-up where the vault can’t be read', async () => {
    const world = createHost(snapshotWith());
    const root = await mount(<FailedPanel host={world.host} snapshot={snapshotWith()} summary={summaryWith()} />);
    await settle();
    expect(words(root)).not.toContain('Looking them up');
    expect(words(find(root, '[role=alert]'))).toContain('couldn’t be looked up just now');
  });

  it('claims nothing where another tab has withdrawn it', async () => {
    const { root, host } = await open();
    host.reAdd.mockResolvedValue(ok({ versionId: lost.modelVersionId, state: 'failed', asOf: NOW }));
    await ask(root);
    await click(control(root, 'Remove and add again'));
    await settle();
    expect(words(root)).not.toContain('Added again.');
  });

  it('shows what went wrong', async () => {
    const { root, host } = await open();
    host.reAdd.mockResolvedValue(fail({ kind: 'removal-expired' }));
    await ask(root);
    await click(control(root, 'Remove and add again'));
    await settle();
    expect(words(find(root, '[role=alert]'))).toContain('Nothing was removed');
    await vi.waitFor(() => expect(document.activeElement).toBe(find(root, '[role=alert]')));
  });

  it('allows only another try while the site can’t be asked', async () => {
    const { root, host } = await open();
    host.freshAvailability.mockResolvedValue(fail({ kind: 'offline' }));
    await ask(root);
    expect(words(root)).toContain('Better not');
    expect(control(root, 'Ask again')).toBeTruthy();
    expect([...root.querySelectorAll('button')].map(words)).not.toContain('Remove and add again');
  });

  it('warns of a note that would be lost', async () => {
    const { root } = await open('my note');
    await ask(root);
    expect(words(root)).toContain('Your note on it will be lost.');
  });
});
