import type { Snapshot } from '@/utils/account/account';
import type { NoticeContent } from '@/utils/sentences/notices';
import { overLimitOf } from '@/utils/vault/over-limit';
import { type Actions, Control } from './control';
import { Notice } from './notice';
import { OverLimitNotice } from './over-limit-notice';

type Props = {
  notices: readonly NoticeContent[];
  actions: Actions;
  now: number;
  /** The account; a vault over its limit gets a notice of its own, in first place. */
  snapshot?: Snapshot | undefined;
  /** Two lines each, with the details behind. */
  isBrief?: boolean | undefined;
};

/** Notices, for a `NoticeBoard`. */
export function NoticeList({ notices, actions, now, snapshot, isBrief }: Props) {
  const over = snapshot?.quota && overLimitOf(snapshot.quota);
  return (
    <>
      {snapshot && over && (
        <OverLimitNotice
          {...{ over, now, actions, isBrief }}
          membership={snapshot.membership}
          canWrite={snapshot.canWrite}
        />
      )}
      {notices.map(notice => (
        <Listed key={notice.id} notice={notice} actions={actions} isBrief={isBrief} />
      ))}
    </>
  );
}

function Listed({ notice, actions, isBrief }: Pick<Props, 'actions' | 'isBrief'> & { notice: NoticeContent }) {
  const { tone, sentences, remedy, second } = notice;
  const first = remedy.kind !== 'none' && <Control remedy={remedy} actions={actions} />;
  const another = second && <Control remedy={second} actions={actions} />;
  return (
    <Notice tone={tone} sentences={sentences} isBrief={isBrief} more={isBrief && another}>
      {isBrief || !another ? (
        first
      ) : (
        <>
          {first}
          {another}
        </>
      )}
    </Notice>
  );
}
