// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { SettingsSection } from '@/entrypoints/popup/settings/settings-section';
import { click, find, mount, words } from '@/tests/unit/components/mount';
import { createHost } from '@/tests/unit/popup/host/fake-host';

async function open() {
  const { host } = createHost();
  const root = await mount(<SettingsSection host={host} snapshot={undefined} onReplaceKey={() => {}} />);
  await act(async () => {});
  return { host, root, tick: () => find<HTMLInputElement>(root, '.settings input') };
}

describe('SettingsSection', () => {
  it('stores each choice at once', async () => {
    const { host, root, tick } = await open();
    await click(tick());
    expect(host.saveSettings).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ hidden: ['cards'] }));
    expect([tick().checked, words(find(root, '[role=alert]'))]).toEqual([false, '']);
  });

  it('takes a choice back that the browser can’t store, and says so', async () => {
    const { host, root, tick } = await open();
    host.saveSettings.mockResolvedValueOnce(false);
    await click(tick());
    await act(async () => {});
    expect(tick().checked).toBe(true);
    expect(words(find(root, '[role=alert]'))).toContain('couldn’t store this choice');
    await click(tick());
    await act(async () => {});
    expect([tick().checked, words(find(root, '[role=alert]'))]).toEqual([false, '']);
  });
});
