import { FailedPanel } from '@/entrypoints/popup/failed/failed-panel';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { SettingsSection } from '@/entrypoints/popup/settings/settings-section';
import type { Snapshot } from '@/utils/account/account';
import type { VaultSummary } from '@/utils/vault/vault-summary';
import { HistoryPanel } from './history-panel';
import { Panel, type PanelName } from './panel';
import { TwicePanel } from './twice-panel';

type Props = {
  name: PanelName;
  host: PopupHost;
  snapshot: Snapshot;
  summary: VaultSummary | undefined;
  now: number;
  onReplaceKey: () => void;
  onBack: () => void;
};

/** The panel that is open. */
export function OpenPanel({ name, onBack, ...rest }: Props) {
  return (
    <Panel name={name} onBack={onBack}>
      <Content name={name} {...rest} />
    </Panel>
  );
}

function Content({ name, host, snapshot, summary, now, onReplaceKey }: Omit<Props, 'onBack'>) {
  switch (name) {
    case 'settings':
      return <SettingsSection host={host} snapshot={snapshot} onReplaceKey={onReplaceKey} />;
    case 'history':
      return <HistoryPanel host={host} snapshot={snapshot} now={now} />;
    case 'failed':
      return summary ? <FailedPanel host={host} snapshot={snapshot} summary={summary} /> : null;
    case 'twice':
      return summary ? <TwicePanel host={host} snapshot={snapshot} summary={summary} /> : null;
  }
}
