import { useMemo } from 'preact/hooks';
import { NoticeBoard } from '@/components/notices/notice-board';
import { NoticeList } from '@/components/notices/notice-list';
import type { AccountState } from '@/entrypoints/vault/account-state/account-state';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { noticesOf } from '@/utils/sentences/notices';
import { typesOf } from '@/utils/vault/vault-summary';

type Props = { data: AccountState; host: VaultHost; now: number; retry: () => void };

/** What there is to say above the list; that the vault is empty is said in its place. */
export function VaultNotices({ data, host, now, retry }: Props) {
  const { snapshot, problem, status, items } = data;
  const types = useMemo(() => typesOf(items ?? []), [items]);
  const problems = [...(problem ? [problem] : []), ...(status.kind === 'failed' ? [status.problem] : [])];
  const notices = noticesOf({ snapshot, problems, types }, now).filter(({ id }) => id !== 'empty');
  const allowSite = async (): Promise<void> => {
    if (await host.requestSiteAccess()) retry();
  };
  const help = { retry, connect: host.signInPage, 'allow-site': () => void allowSite() };
  return (
    <NoticeBoard>
      <NoticeList notices={notices} help={help} now={now} snapshot={snapshot} />
    </NoticeBoard>
  );
}
