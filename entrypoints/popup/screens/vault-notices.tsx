import { type Actions, NoticeList } from '@/components/notices/notice-list';
import type { Connected } from '@/entrypoints/popup/account-state/account-state';
import type { Problem } from '@/utils/problem';
import { noticesOf } from '@/utils/sentences/notices';

type Props = {
  screen: Connected;
  /** A problem that explains all others, and is shown instead of them. */
  barrier: Problem | undefined;
  now: number;
  actions: Actions;
};

/** The notices about a vault. */
export function VaultNotices({ screen, barrier, now, actions }: Props) {
  const snapshot = screen.kind === 'vault' ? screen.snapshot : undefined;
  const types = screen.kind === 'vault' ? screen.summary?.types : undefined;
  const problem = barrier ?? (screen.kind === 'loading' ? undefined : screen.problem);
  const notices = noticesOf({ snapshot, types, problems: problem ? [problem] : [] }, now);
  return <NoticeList notices={notices} actions={actions} now={now} snapshot={snapshot} />;
}
