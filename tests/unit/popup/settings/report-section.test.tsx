// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ReportSection } from '@/entrypoints/popup/settings/report-section';
import { click, find, mount } from '@/tests/unit/components/mount';
import { createHost } from '@/tests/unit/popup/host/fake-host';
import { DEFAULT_SETTINGS } from '@/utils/settings/settings';

it('makes a report when it is asked, shows it, and copies what is shown', async () => {
  const { sendMessage } = fakeBrowser.runtime;
  Object.assign(fakeBrowser.runtime, { sendMessage: async () => ({ ok: true, value: { entries: [] } }) });
  const { host } = createHost();
  const root = await mount(<ReportSection host={host} settings={DEFAULT_SETTINGS} />);
  expect(root.querySelector('textarea')).toBeNull();
  await click(find(root, 'button'));
  await act(async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });
  const report = find<HTMLTextAreaElement>(root, 'textarea');
  const { value } = report;
  expect(document.activeElement).toBe(report);
  expect(JSON.parse(value)).toMatchObject({ vaulted: host.version(), settings: { add: 'hover' } });
  await click(find(root, 'button'));
  expect(host.copy).toHaveBeenCalledExactlyOnceWith(value);
  Object.assign(fakeBrowser.runtime, { sendMessage });
});
