import { useEffect, useState } from 'preact/hooks';
import { SettingsForm } from '@/components/settings-form';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Snapshot } from '@/utils/account/account';
import { reachOf } from '@/utils/account/key-reach';
import type { Settings } from '@/utils/settings/settings';
import { KeyCheck } from './key-check';
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
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    void host.loadSettings().then(setSettings);
  }, [host]);
  if (!settings) return null;
  const change = async (next: Settings): Promise<void> => {
    setSettings(next);
    const isKept = await host.saveSettings(next);
    // What is ticked is what counts: a choice that isn't kept is taken back, with all that were made since.
    if (!isKept) setSettings(await host.loadSettings());
    setRefused(!isKept);
  };
  return (
    <div class="settings-group">
      <SettingsForm settings={settings} onChange={next => void change(next)}>
        <p class="settings-refused" role="alert">
          {isRefused &&
            'Your browser couldn’t keep this choice, so it is as it was. Free some disk space and try again.'}
        </p>
      </SettingsForm>
      {snapshot && (
        <details class="settings">
          <summary>API key{reachOf(snapshot) === 'everything' && <span class="key-wide">Full access</span>}</summary>
          <KeyCheck snapshot={snapshot} onReplace={onReplaceKey} />
        </details>
      )}
    </div>
  );
}
