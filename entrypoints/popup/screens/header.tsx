import { Age } from '@/components/age';
import { Logo } from '@/components/logo';
import { RefreshButton } from '@/components/refresh-button';
import { isFresh } from '@/utils/sentences/format';

type Props = {
  /** When the figures were true, epoch ms; absent while there are none. */
  asOf: number | undefined;
  now: number;
  isRefreshing: boolean;
  onRefresh: (() => void) | undefined;
};

/** The name, and how old the figures are. */
export function Header({ asOf, now, isRefreshing, onRefresh }: Props) {
  return (
    <header class="head">
      <Logo size={26} />
      <h1>Vaulted</h1>
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
