import { type Help, NoticeList } from '@/components/notice-list';
import { noticesOf } from '@/utils/notices';
import type { Problem } from '@/utils/problem';
import type { Connected } from './vault-story';

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
