import { OutwardLink } from '@/components/outward-link';
import type { Snapshot } from '@/utils/account/account';
import type { Act, NoticeContent, Remedy } from '@/utils/sentences/notices';
import { overLimitOf } from '@/utils/vault/over-limit';
import { Notice } from './notice';
import { OverLimitNotice } from './over-limit-notice';

/** How a page takes each action: a function, called in the click itself, or an address. */
export type Actions = { readonly [Name in Act]: (() => void) | string };

function Control({ remedy, actions }: { remedy: Remedy; actions: Actions }) {
  if (remedy.kind === 'none') return null;
  if (remedy.kind === 'link') {
    return (
      <OutwardLink href={remedy.href} button>
        {remedy.label}
      </OutwardLink>
    );
  }
  const act = actions[remedy.kind];
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
  actions: Actions;
  now: number;
  /** The account; a vault over its limit gets a notice of its own, in first place. */
  snapshot?: Snapshot | undefined;
};

/** Notices, for a `NoticeBoard`. */
export function NoticeList({ notices, actions, now, snapshot }: Props) {
  const over = snapshot?.quota && overLimitOf(snapshot.quota);
  return (
    <>
      {snapshot && over && <OverLimitNotice over={over} membership={snapshot.membership} now={now} />}
      {notices.map(({ id, tone, sentences, remedy }) => (
        <Notice key={id} tone={tone} sentences={sentences}>
          <Control remedy={remedy} actions={actions} />
        </Notice>
      ))}
    </>
  );
}
