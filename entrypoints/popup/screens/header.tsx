import { Age } from '@/components/age';
import { HistoryIcon, SettingsIcon } from '@/components/icons/control-icons';
import { Logo } from '@/components/logo';
import { RefreshButton } from '@/components/refresh-button';
import type { PanelName } from '@/entrypoints/popup/panels/panel';
import { isFresh } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';

type Props = {
  /** The date of the figures, epoch ms; absent while there are none. */
  asOf: number | undefined;
  /** Something on screen may be older than these. */
  isUncertain: boolean;
  now: number;
  isRefreshing: boolean;
  onRefresh: (() => void) | undefined;
  /** Absent while no account is known. */
  onOpen: ((panel: PanelName) => void) | undefined;
};

/** The name, the age of the figures, and the way to everything else. */
export function Header({ asOf, isUncertain, now, isRefreshing, onRefresh, onOpen }: Props) {
  const isCertain = asOf !== undefined && isFresh(asOf, now) && !isUncertain;
  return (
    <header class="head">
      <Logo size={24} />
      <h1>{t('extension.short-name')}</h1>
      {asOf !== undefined && <Age at={asOf} now={now} isUncertain={isUncertain} />}
      <div class="head-buttons">
        {onRefresh && <RefreshButton isRefreshing={isRefreshing} isFresh={isCertain} onRefresh={onRefresh} />}
        {onOpen && <Opener panel="history" onOpen={onOpen} />}
        {onOpen && <Opener panel="settings" onOpen={onOpen} />}
      </div>
    </header>
  );
}

type OpenerProps = { panel: 'history' | 'settings'; onOpen: (panel: PanelName) => void };

function Opener({ panel, onOpen }: OpenerProps) {
  return (
    <button
      type="button"
      class="button button--icon"
      data-opens={panel}
      aria-label={t(`panel.${panel}`)}
      title={t(`panel.${panel}`)}
      onClick={() => onOpen(panel)}
    >
      {panel === 'history' ? <HistoryIcon /> : <SettingsIcon />}
    </button>
  );
}
