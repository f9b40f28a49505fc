import { useEffect, useState } from 'preact/hooks';
import { SettingsForm } from '@/components/settings-form';
import type { Settings } from '@/utils/settings';
import type { PopupHost } from './popup-host';

/** The user's choices, once they are read; each change is kept at once. */
export function SettingsSection({ host }: { host: PopupHost }) {
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    void host.loadSettings().then(setSettings);
  }, [host]);
  if (!settings) return null;
  const change = (next: Settings): void => {
    setSettings(next);
    void host.saveSettings(next);
  };
  return <SettingsForm settings={settings} onChange={change} />;
}
