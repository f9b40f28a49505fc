import { useNow } from '@/components/use-now';
import { useAccountState } from '@/entrypoints/vault/account-state/use-account-state';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { Reading, SignedOut, SkeletonRows } from './empty-states';
import { PageHead } from './page-head';
import { useView } from './use-view';
import { VaultList } from './vault-list';
import { VaultNotices } from './vault-notices';
import './page.css';

/** The vault page. */
export function App({ host }: { host: VaultHost }) {
  const vault = useAccountState(host);
  const now = useNow(host.now);
  const { status, snapshot, problem, isRefreshing, asOf } = vault;
  const isSignedOut = problem?.kind === 'not-signed-in';
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
        <Content host={host} vault={vault} now={now} onRetry={retry} />
      )}
    </main>
  );
}

type ContentProps = {
  host: VaultHost;
  vault: ReturnType<typeof useAccountState>;
  now: number;
  onRetry: () => void;
};

function Content({ host, vault, now, onRetry }: ContentProps) {
  const [view, setView] = useView();
  const { items, status, problem, asOf } = vault;
  const isFirstRead = asOf === undefined && status.kind !== 'failed' && !problem;
  const hasList = items && (items.length > 0 || asOf !== undefined);
  return (
    <>
      <VaultNotices state={vault} host={host} now={now} onRetry={onRetry} />
      {isFirstRead && <Reading status={status} />}
      {hasList && (
        <VaultList
          host={host}
          state={{ ...vault, items }}
          view={view}
          now={now}
          onView={setView}
          onRefresh={() => void vault.refresh()}
        />
      )}
      {!hasList && (!items || isFirstRead) && <SkeletonRows />}
    </>
  );
}
