import { RefreshIcon } from './icons';

type Props = { isRefreshing: boolean; onRefresh: () => void };

/** Asks for news. It keeps the focus while that is under way, and does nothing then. */
export function RefreshButton({ isRefreshing, onRefresh }: Props) {
  return (
    <button
      type="button"
      class="button button--icon"
      aria-label="Refresh"
      title="Refresh"
      aria-disabled={isRefreshing}
      onClick={() => !isRefreshing && onRefresh()}
    >
      <RefreshIcon spinning={isRefreshing} />
    </button>
  );
}
