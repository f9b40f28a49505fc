import { useEffect, useState } from 'preact/hooks';
import { RefreshIcon } from '@/components/icons/control-icons';
import { t } from '@/utils/texts/texts';

type Props = {
  isRefreshing: boolean;
  /** The list is being read: the icon turns. */
  isReading?: boolean;
  /** Whether the screen is up to date now. */
  isFresh: boolean;
  onRefresh: () => void;
};

/**
 * Refreshes, also while something is being refreshed: a page that has just opened does that by itself, without the list that the user
 * wants read. A screen reader hears the end.
 */
export function RefreshButton({ isRefreshing, isReading = false, isFresh, onRefresh }: Props) {
  const isTurning = isRefreshing || isReading;
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (!isTurning) setSpoken(before => (before && isFresh ? t('refresh.done') : ''));
  }, [isTurning, isFresh]);
  const refresh = (): void => {
    setSpoken(t('refresh.running'));
    onRefresh();
  };
  return (
    <>
      <button
        type="button"
        class="button button--icon"
        aria-label={t('refresh.button')}
        title={t('refresh.button')}
        aria-busy={isTurning}
        onClick={refresh}
      >
        <RefreshIcon isSpinning={isTurning} />
      </button>
      <span class="visually-hidden" role="status">
        {spoken}
      </span>
    </>
  );
}
