import { useNow } from '@/components/use-now';
import { useAccountState } from '@/entrypoints/vault/account-state/use-account-state';
import { useView } from '@/entrypoints/vault/filters/use-view';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { Reading, SignedOut, SkeletonRows } from './empty-states';
import { PageHead } from './page-head';
import { VaultList } from './vault-list';
import { VaultNotices } from './vault-notices';
import '@/components/field.css';
import '@/components/progress.css';
import './page.css';
import './bar.css';
import '@/entrypoints/vault/filters/filters.css';
import '@/entrypoints/vault/grid/grid.css';
import '@/entrypoints/vault/grid/row.css';
import '@/entrypoints/vault/dialog/dialog.css';
import '@/entrypoints/vault/removal/removal.css';

/** The vault page. */
export function App({ host }: { host: VaultHost }) {
  const vault = useAccountState(host);
  const [view, setView] = useView();
  const now = useNow(host.now);
  const { items, status, snapshot, problem, isRefreshing, asOf } = vault;
  const isSignedOut = problem?.kind === 'not-signed-in';
  const isFirst = asOf === undefined && status.kind !== 'failed' && !problem;
  const retry = (): void => {
    host.refreshNow('list');
    void vault.refresh();
  };
  return (
    <main class="page">
      <PageHead
        owner={snapshot?.username}
        asOf={isSignedOut ? undefined : asOf}
        now={now}
        isRefreshing={isRefreshing}
        isReading={status.kind === 'syncing'}
        onRefresh={retry}
      />
      {isSignedOut ? (
        <SignedOut signInPage={host.signInPage} />
      ) : (
        <>
          <VaultNotices data={vault} host={host} now={now} retry={retry} />
          {isFirst && <Reading status={status} />}
          {items && (items.length > 0 || asOf !== undefined) ? (
            <VaultList
              host={host}
              data={{ ...vault, items }}
              view={view}
              now={now}
              onView={setView}
              onRefresh={() => void vault.refresh()}
            />
          ) : (
            (!items || isFirst) && <SkeletonRows />
          )}
        </>
      )}
    </main>
  );
}
