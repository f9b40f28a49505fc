import { useNow } from '@/components/use-now';
import { Reading, SignedOut, SkeletonRows } from './empty-states';
import { PageHead } from './page-head';
import { useVault } from './use-vault';
import { useView } from './use-view';
import type { VaultHost } from './vault-host';
import { VaultList } from './vault-list';
import { VaultNotices } from './vault-notices';
import '@/components/field.css';
import '@/components/progress.css';
import './page.css';
import './bar.css';
import './filters.css';
import './grid.css';
import './row.css';
import './dialog.css';
import './removal.css';

/** The vault page. */
export function App({ host }: { host: VaultHost }) {
  const vault = useVault(host);
  const [view, setView] = useView();
  const now = useNow(host.now);
  const { items, status, snapshot, problem, isRefreshing, asOf } = vault;
  const isSignedOut = problem?.kind === 'not-signed-in';
  const isFirst = asOf === undefined && status.kind !== 'failed' && !problem;
  const retry = (): void => {
    host.renew('list');
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
