import { OverLimitNotice } from '@/components/over-limit-notice';
import { overLimitOf } from '@/utils/over-limit';
import type { Problem } from '@/utils/problem';
import { type Actions, NoticeList } from './notice-list';
import { type NoticeContent, problemNotice, vaultNotices } from './notices';
import type { Connected } from './vault-story';

type Props = { screen: Connected; barrier: Problem | undefined; now: number; actions: Actions };

/** `barrier` explains every other problem, and stands alone in their place. */
function noticesFor({ screen, barrier, now }: Omit<Props, 'actions'>): NoticeContent[] {
  const first = barrier ? [problemNotice(barrier, now)] : [];
  if (screen.kind === 'vault') {
    const { snapshot, stock, problem } = screen;
    return [...first, ...vaultNotices(snapshot, barrier ? undefined : problem, now, stock?.types)];
  }
  if (screen.kind === 'trouble' && !barrier) return [problemNotice(screen.problem, now)];
  return first;
}

/** What there is to say about a vault beyond its figures. */
export function Talk({ screen, barrier, now, actions }: Props) {
  const snapshot = screen.kind === 'vault' ? screen.snapshot : undefined;
  const over = snapshot?.quota && overLimitOf(snapshot.quota);
  return (
    <>
      {snapshot && over && <OverLimitNotice over={over} membership={snapshot.membership} now={now} />}
      <NoticeList notices={noticesFor({ screen, barrier, now })} actions={actions} />
    </>
  );
}
