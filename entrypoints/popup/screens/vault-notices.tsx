import { type Help, NoticeList } from '@/components/notices/notice-list';
import type { Connected } from '@/entrypoints/popup/account-state/account-state';
import type { Problem } from '@/utils/problem';
import { noticesOf } from '@/utils/sentences/notices';

type Props = {
  screen: Connected;
  /** Explains every other problem of the moment, and stands in its place. */
  barrier: Problem | undefined;
  now: number;
  help: Help;
};

/** What there is to say about a vault beyond its figures. */
export function VaultNotices({ screen, barrier, now, help }: Props) {
  const snapshot = screen.kind === 'vault' ? screen.snapshot : undefined;
  const types = screen.kind === 'vault' ? screen.stock?.types : undefined;
  const problem = barrier ?? (screen.kind === 'loading' ? undefined : screen.problem);
  const notices = noticesOf({ snapshot, types, problems: problem ? [problem] : [] }, now);
  return <NoticeList notices={notices} help={help} now={now} snapshot={snapshot} />;
}
