import { useEffect, useState } from 'preact/hooks';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Snapshot } from '@/utils/account/account';
import type { Settings } from '@/utils/settings/settings';
import { t } from '@/utils/texts/texts';
import { KeyCheck } from './key-check';
import { ReportSection } from './report-section';
import { SettingsForm } from './settings-form';
import './settings-section.css';

type Props = {
  host: PopupHost;
  /** Absent while the key isn't known. */
  snapshot: Snapshot | undefined;
  onReplaceKey: () => void;
};

/** The user's choices, once they are read; each change is stored at once. */
export function SettingsSection({ host, snapshot, onReplaceKey }: Props) {
  const [settings, setSettings] = useState<Settings>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    void host.loadSettings().then(setSettings);
  }, [host]);
  if (!settings) return null;
  const change = async (next: Settings): Promise<void> => {
    setSettings(next);
    const isStored = await host.saveSettings(next);
    // A choice that couldn't be stored is taken back, with all later ones, so that the ticks show the truth.
    if (!isStored) setSettings(await host.loadSettings());
    setFailed(!isStored);
  };
  return (
    <div class="settings-group">
      <SettingsForm settings={settings} onChange={next => void change(next)}>
        <p class="settings-refused" role="alert">
          {hasFailed && t('settings.not-stored')}
        </p>
      </SettingsForm>
      {snapshot && !snapshot.isLogin && (
        <section class="settings" aria-labelledby="key">
          <h2 id="key">{t('key.title')}</h2>
          <KeyCheck snapshot={snapshot} onReplace={onReplaceKey} />
        </section>
      )}
      <ReportSection host={host} settings={settings} />
    </div>
  );
}
