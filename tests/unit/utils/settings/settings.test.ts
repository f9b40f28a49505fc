import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, readSettings } from '@/utils/settings/settings';
import { loadSettings, saveSettings } from '@/utils/settings/stored-settings';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it.each([[undefined], ['words'], [{}], [{ hidden: 'cards', add: 'loud', look: 3 }], [{ hidden: ['moon'] }]])(
    'of %j are the defaults',
    stored => {
      expect(readSettings(stored)).toEqual(DEFAULT_SETTINGS);
    },
  );

  it('come back as they were saved', async () => {
    expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
    const chosen = { hidden: ['text'], add: 'always', look: 'labelled', radar: false } as const;
    await saveSettings({ ...chosen, hidden: [...chosen.hidden] });
    expect(await loadSettings()).toEqual(chosen);
  });
});
