import { useEffect, useState } from 'preact/hooks';
import { SettingsForm } from '@/components/settings-form';
import type { Snapshot } from '@/utils/account';
import { reachOf } from '@/utils/key-reach';
import type { Settings } from '@/utils/settings';
import { KeyCheck } from './key-check';
import type { PopupHost } from './popup-host';
import './settings-section.css';

type Props = {
  host: PopupHost;
  /** Absent while nothing is known of the key. */
  snapshot: Snapshot | undefined;
  onReplaceKey: () => void;
};

/** The user's choices, once they are read; each change is kept at once. */
export function SettingsSection({ host, snapshot, onReplaceKey }: Props) {
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    void host.loadSettings().then(setSettings);
  }, [host]);
  if (!settings) return null;
  const change = (next: Settings): void => {
    setSettings(next);
    void host.saveSettings(next);
  };
  return (
    <div class="settings-group">
      <SettingsForm settings={settings} onChange={change} />
      {snapshot && (
        <details class="settings">
          <summary>API key{reachOf(snapshot) === 'everything' && <span class="key-wide">Full access</span>}</summary>
          <KeyCheck snapshot={snapshot} onReplace={onReplaceKey} />
        </details>
      )}
    </div>
  );
}
