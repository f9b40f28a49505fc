import { useMemo } from 'preact/hooks';
import { NoticeBoard } from '@/components/notices/notice-board';
import { NoticeList } from '@/components/notices/notice-list';
import type { AccountState } from '@/entrypoints/vault/account-state/account-state';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { noticesOf } from '@/utils/sentences/notices';
import { typesOf } from '@/utils/vault/vault-summary';

type Props = { state: AccountState; host: VaultHost; now: number; onRetry: () => void };

/** The notices above the list, without the one of an empty vault: the page shows that in place of the list. */
export function VaultNotices({ state, host, now, onRetry }: Props) {
  const { snapshot, problem, status, items } = state;
  const types = useMemo(() => typesOf(items ?? []), [items]);
  const problems = [...(problem ? [problem] : []), ...(status.kind === 'failed' ? [status.problem] : [])];
  const notices = noticesOf({ snapshot, problems, types }, now).filter(({ id }) => id !== 'empty');
  const allowSite = async (): Promise<void> => {
    if (await host.requestSiteAccess()) onRetry();
  };
  const actions = { retry: onRetry, connect: host.signInPage, 'allow-site': () => void allowSite() };
  return (
    <NoticeBoard>
      <NoticeList notices={notices} actions={actions} now={now} snapshot={snapshot} />
    </NoticeBoard>
  );
}
