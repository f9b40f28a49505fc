import { Notice } from '@/components/notice';
import { OutwardLink } from '@/components/outward-link';
import { OverLimitNotice } from '@/components/over-limit-notice';
import type { Snapshot } from '@/utils/account';
import { overLimit, type PageNotice, type Remedy } from './notices-of';

type Help = { signInPage: string; onRetry: () => void };

function Control({ remedy, signInPage, onRetry }: Help & { remedy: Remedy }) {
  switch (remedy.kind) {
    case 'none':
      return null;
    case 'link':
      return (
        <OutwardLink href={remedy.href} button>
          {remedy.label}
        </OutwardLink>
      );
    case 'sign-in':
      return (
        <a class="button button--quiet" href={signInPage}>
          {remedy.label}
        </a>
      );
    case 'retry':
      return (
        <button type="button" class="button button--quiet" onClick={onRetry}>
          Try again
        </button>
      );
  }
}

type Props = { notices: readonly PageNotice[]; snapshot: Snapshot | undefined; now: number };

/** What there is to say; a screen reader hears what arrives later. */
export function Notices({ notices, snapshot, now, ...help }: Help & Props) {
  const over = snapshot && overLimit(snapshot);
  return (
    <div class="notices" role="status">
      {notices.map(({ id, tone, says, remedy }) => (
        <Notice key={id} tone={tone} says={says}>
          <Control remedy={remedy} {...help} />
        </Notice>
      ))}
      {over && <OverLimitNotice over={over} membership={snapshot.membership} now={now} />}
    </div>
  );
}
