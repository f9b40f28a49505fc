import { OutwardLink } from '@/components/outward-link';
import type { Snapshot } from '@/utils/account/account';
import type { Act, NoticeContent, Remedy } from '@/utils/sentences/notices';
import { overLimitOf } from '@/utils/vault/over-limit';
import { Notice } from './notice';
import { OverLimitNotice } from './over-limit-notice';

/** What a page does about something: a function, called in the click itself, or the address that does it. */
export type Help = { readonly [Name in Act]: (() => void) | string };

function Control({ remedy, help }: { remedy: Remedy; help: Help }) {
  if (remedy.kind === 'none') return null;
  if (remedy.kind === 'link') {
    return (
      <OutwardLink href={remedy.href} button>
        {remedy.label}
      </OutwardLink>
    );
  }
  const act = help[remedy.kind];
  return typeof act === 'string' ? (
    <a class="button button--quiet" href={act}>
      {remedy.label}
    </a>
  ) : (
    <button type="button" class="button button--quiet" onClick={act}>
      {remedy.label}
    </button>
  );
}

type Props = {
  notices: readonly NoticeContent[];
  help: Help;
  now: number;
  /** Whose vault it is about: one without room has most to say, and says it first. */
  snapshot?: Snapshot | undefined;
};

/** Notices, for a `NoticeBoard`. */
export function NoticeList({ notices, help, now, snapshot }: Props) {
  const over = snapshot?.quota && overLimitOf(snapshot.quota);
  return (
    <>
      {snapshot && over && <OverLimitNotice over={over} membership={snapshot.membership} now={now} />}
      {notices.map(({ id, tone, says, remedy }) => (
        <Notice key={id} tone={tone} says={says}>
          <Control remedy={remedy} help={help} />
        </Notice>
      ))}
    </>
  );
}
