import { useNow } from '@/components/use-now';
import { useVaultState } from '@/entrypoints/vault/account-state/use-vault-state';
import { useView } from '@/entrypoints/vault/filters/use-view';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { TwiceNotice } from '@/entrypoints/vault/twice/twice-notice';
import { LARGEST_FIRST } from '@/utils/vault-view/view';
import { Reading, SignedOut, SkeletonRows } from './empty-states';
import { PageHead } from './page-head';
import { PageNotices } from './page-notices';
import { VaultList } from './vault-list';
import './page.css';

/** The vault page. */
export function App({ host }: { host: VaultHost }) {
  const vault = useVaultState(host);
  const now = useNow(host.now);
  const { sync, snapshot, problem, request, asOf } = vault;
  const isSignedOut = problem?.kind === 'not-signed-in';
  const retry = (): void => {
    host.refreshNow('list');
    void vault.refresh();
  };
  return (
    <main class="page" tabIndex={-1}>
      <PageHead
        host={host}
        hasHistory={snapshot !== undefined && !isSignedOut}
        owner={snapshot?.username}
        settingsPage={host.settingsPage}
        asOf={isSignedOut ? undefined : asOf}
        isUncertain={problem !== undefined || sync?.kind === 'failed'}
        now={now}
        isRefreshing={request !== undefined}
        isReading={sync?.kind === 'syncing'}
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
  vault: ReturnType<typeof useVaultState>;
  now: number;
  onRetry: () => void;
};

function Content({ host, vault, now, onRetry }: ContentProps) {
  const [view, setView] = useView();
  const { items, sync, problem, asOf } = vault;
  const isFirstRead = asOf === undefined && sync?.kind !== 'failed' && !problem;
  const hasList = items && (items.length > 0 || asOf !== undefined);
  return (
    <>
      <PageNotices state={vault} host={host} now={now} onRetry={onRetry} onLargest={() => setView(LARGEST_FIRST)} />
      <TwiceNotice state={vault} host={host} />
      {isFirstRead && <Reading sync={sync} />}
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
      {!hasList && (!items || isFirstRead) && !problem?.kind.startsWith('storage-') && <SkeletonRows />}
    </>
  );
}
