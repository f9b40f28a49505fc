import { Age } from '@/components/age';
import { Logo } from '@/components/logo';
import { RefreshButton } from '@/components/refresh-button';
import { isFresh } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';

type Props = {
  /** The date of the figures, epoch ms; absent while there are none. */
  asOf: number | undefined;
  now: number;
  isRefreshing: boolean;
  onRefresh: (() => void) | undefined;
};

/** The name, the age of the figures, and the refresh button. */
export function Header({ asOf, now, isRefreshing, onRefresh }: Props) {
  return (
    <header class="head">
      <Logo size={26} />
      <h1>{t('extension.short-name')}</h1>
      {asOf !== undefined && <Age at={asOf} now={now} />}
      {onRefresh && (
        <RefreshButton
          isRefreshing={isRefreshing}
          isFresh={asOf !== undefined && isFresh(asOf, now)}
          onRefresh={onRefresh}
        />
      )}
    </header>
  );
}
