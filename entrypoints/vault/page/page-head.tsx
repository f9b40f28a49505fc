import { Age } from '@/components/age';
import { Logo } from '@/components/logo';
import { RefreshButton } from '@/components/refresh-button';
import { isFresh } from '@/utils/sentences/format';

type Props = {
  owner: string | undefined;
  /** When all of the vault was so, epoch ms; absent while it was never read to its end. */
  asOf: number | undefined;
  now: number;
  isRefreshing: boolean;
  /** The list is being read. */
  isReading: boolean;
  onRefresh: () => void;
};

/** Whose vault this is, and how old what is known of it. */
export function PageHead({ owner, asOf, now, isRefreshing, isReading, onRefresh }: Props) {
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
      <RefreshButton
        isRefreshing={isRefreshing}
        isReading={isReading}
        isFresh={asOf !== undefined && isFresh(asOf, now)}
        onRefresh={onRefresh}
      />
    </header>
  );
}
