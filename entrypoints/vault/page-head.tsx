import { Age } from '@/components/age';
import { RefreshIcon } from '@/components/icons';
import { Logo } from '@/components/logo';

type Props = {
  owner: string | undefined;
  /** When all of the vault was so, epoch ms; absent while it was never read to its end. */
  asOf: number | undefined;
  now: number;
  isRefreshing: boolean;
  onRefresh: () => void;
};

/** Whose vault this is, and how old what is known of it. */
export function PageHead({ owner, asOf, now, isRefreshing, onRefresh }: Props) {
  return (
    <header class="page-head">
      <Logo size={30} />
      <h1>
        Your vault
        {owner && (
          <span class="page-owner" dir="auto">
            {owner}
          </span>
        )}
      </h1>
      {asOf !== undefined && <Age at={asOf} now={now} />}
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
    </header>
  );
}
