import { useMemo } from 'preact/hooks';
import { NoticeBoard } from '@/components/notices/notice-board';
import { VaultNotices } from '@/components/notices/vault-notices';
import { OpenRemovals } from '@/components/removals/open-removals';
import type { VaultState } from '@/entrypoints/vault/account-state/vault-state';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { typesOf } from '@/utils/vault/vault-summary';

type Props = { state: VaultState; host: VaultHost; now: number; onRetry: () => void; onFreeUp: () => void };

/** The notices above the list. */
export function PageNotices({ state, host, now, onRetry, onFreeUp }: Props) {
  const { snapshot, problem, sync, items } = state;
  const types = useMemo(() => typesOf(items ?? []), [items]);
  const allowSite = async (): Promise<void> => {
    if (await host.requestSiteAccess()) onRetry();
  };
  return (
    <>
      {snapshot && <OpenRemovals host={host} hasResults={false} />}
      <NoticeBoard>
        <VaultNotices
          snapshot={snapshot}
          problems={[problem, sync?.kind === 'failed' ? sync.problem : undefined]}
          types={types}
          now={now}
          actions={{
            retry: onRetry,
            connect: { href: host.signInPage },
            'allow-site': () => void allowSite(),
            'start-afresh': { href: host.signInPage },
            'free-up': onFreeUp,
          }}
          isEmptyShown
        />
      </NoticeBoard>
    </>
  );
}
