import { useState } from 'preact/hooks';
import { useNow } from '@/components/use-now';
import { useVaultState } from '@/entrypoints/vault/account-state/use-vault-state';
import { useView } from '@/entrypoints/vault/filters/use-view';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { TwiceNotice } from '@/entrypoints/vault/twice/twice-notice';
import { moreSpace } from '@/utils/vault-view/free-up-url';
import { Reading, SignedOut, SkeletonRows } from './empty-states';
import { readOpenedByAddress } from './overlays';
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
        freeKb={snapshot?.quota && snapshot.quota.totalKb - snapshot.quota.usedKb}
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
  const [opened, setOpened] = useState(readOpenedByAddress);
  const { items, sync, problem, asOf, snapshot } = vault;
  const isFirstRead = asOf === undefined && sync?.kind !== 'failed' && !problem;
  const hasList = items && (items.length > 0 || asOf !== undefined);
  return (
    <>
      <PageNotices
        {...{ host, now, onRetry }}
        state={vault}
        onFreeUp={() => setOpened(snapshot?.quota && { kind: 'space', asked: moreSpace(snapshot.quota) })}
      />
      <TwiceNotice state={vault} host={host} />
      {isFirstRead && <Reading sync={sync} />}
      {hasList && (
        <VaultList
          host={host}
          state={{ ...vault, items }}
          {...{ view, opened }}
          now={now}
          onView={setView}
          onOpened={setOpened}
          onRefresh={() => void vault.refresh()}
        />
      )}
      {!hasList && (!items || isFirstRead) && !problem?.kind.startsWith('storage-') && <SkeletonRows />}
    </>
  );
}
