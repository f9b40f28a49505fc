import { Age } from '@/components/age';
import { Logo } from '@/components/logo';
import { OutwardLink } from '@/components/outward-link';
import { RefreshButton } from '@/components/refresh-button';
import { HistoryButton } from '@/entrypoints/vault/history/history-button';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { siteLinks } from '@/utils/civitai/site-links';
import { isFresh } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';

type Props = {
  host: VaultHost;
  owner: string | undefined;
  /** An account is signed in. */
  hasHistory: boolean;
  /** What is free in the vault, KB. */
  freeKb: number | undefined;
  settingsPage: string;
  /** When the whole vault was last read, epoch ms; absent while it never was. */
  asOf: number | undefined;
  /** The last refresh has failed: what is on screen may be older. */
  isUncertain: boolean;
  now: number;
  isRefreshing: boolean;
  /** The list is being read. */
  isReading: boolean;
  onRefresh: () => void;
};

/** The vault's owner, the age of the list, and the refresh button. */
export function PageHead(props: Props) {
  const { host, owner, hasHistory, freeKb, settingsPage, asOf, isUncertain, now } = props;
  const { isRefreshing, isReading, onRefresh } = props;
  return (
    <header class="page-head">
      <Logo size={30} />
      <h1>
        {t('vault.title')}
        {owner && (
          <span class="page-owner" dir="auto">
            {owner}
          </span>
        )}
      </h1>
      <nav class="page-links" aria-label={t('vault.links')}>
        <OutwardLink href={siteLinks.vault}>{t('vault.on-civitai')}</OutwardLink>
        <a href={settingsPage}>{t('vault.settings')}</a>
      </nav>
      {hasHistory && <HistoryButton {...{ host, now, freeKb }} />}
      {asOf !== undefined && <Age at={asOf} now={now} isUncertain={isUncertain} />}
      <RefreshButton
        isRefreshing={isRefreshing}
        isReading={isReading}
        isFresh={asOf !== undefined && isFresh(asOf, now) && !isUncertain}
        onRefresh={onRefresh}
      />
    </header>
  );
}
