import { useEffect, useState } from 'preact/hooks';
import { RefreshIcon } from './icons';

type Props = {
  isRefreshing: boolean;
  /** Something else is being read: it turns, and can be pressed all the same, because that may have got stuck. */
  isReading?: boolean;
  /** Whether what is on screen is up to date now; somebody else says why it isn't. */
  isFresh: boolean;
  onRefresh: () => void;
};

/** Asks for news. It keeps the focus while that is under way, and does nothing then; who can't see it turn hears that it has ended. */
export function RefreshButton({ isRefreshing, isReading = false, isFresh, onRefresh }: Props) {
  const isTurning = isRefreshing || isReading;
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!isTurning) setSaid(before => (before && isFresh ? 'Up to date' : ''));
  }, [isTurning, isFresh]);
  const refresh = (): void => {
    setSaid('Refreshing…');
    onRefresh();
  };
  return (
    <>
      <button
        type="button"
        class="button button--icon"
        aria-label="Refresh"
        title="Refresh"
        aria-disabled={isRefreshing}
        onClick={() => !isRefreshing && refresh()}
      >
        <RefreshIcon spinning={isTurning} />
      </button>
      <span class="visually-hidden" role="status">
        {said}
      </span>
    </>
  );
}
