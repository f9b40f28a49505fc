import { useNow } from '@/components/use-now';
import { Browser } from './browser';
import { Reading, SignedOut, SkeletonRows } from './empty-states';
import { Notices } from './notices';
import { noticesOf } from './notices-of';
import { PageHead } from './page-head';
import { useVault } from './use-vault';
import { useView } from './use-view';
import type { VaultHost } from './vault-host';
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
        isRefreshing={isRefreshing || status.kind === 'syncing'}
        onRefresh={retry}
      />
      {isSignedOut ? (
        <SignedOut signInPage={host.signInPage} />
      ) : (
        <>
          <Notices
            notices={noticesOf(vault, now)}
            snapshot={snapshot}
            now={now}
            signInPage={host.signInPage}
            onRetry={retry}
          />
          {isFirst && <Reading status={status} />}
          {items && (items.length > 0 || asOf !== undefined) ? (
            <Browser
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
