import { NewTab } from '@/components/new-tab';
import { OutwardLink } from '@/components/outward-link';
import type { Membership } from '@/utils/account/account';
import { siteLinks } from '@/utils/civitai/site-links';
import { waysToSpace } from '@/utils/sentences/notices';
import { describeOverLimit, expectationsOf } from '@/utils/sentences/over-limit-sentences';
import { joinSentences } from '@/utils/sentences/sentences';
import { t } from '@/utils/texts/texts';
import type { OverLimit } from '@/utils/vault/over-limit';
import { type Actions, Control } from './control';
import { Notice } from './notice';
import './over-limit-notice.css';

/** What the site erases first, in that order. */
const FIRST = '/vault.html?show=goes-first&sort=created&order=asc';

type Props = {
  over: OverLimit;
  membership: Membership;
  canWrite: boolean;
  now: number;
  actions: Actions;
  isBrief?: boolean | undefined;
};

/** A vault at or over its limit: since when, how long downloads work, and when the site starts to delete. `now` is epoch ms. */
export function OverLimitNotice({ over, membership, canWrite, now, actions, isBrief }: Props) {
  const isLapsed = membership === 'lapsed';
  const paying = (
    <OutwardLink href={siteLinks.memberships} button>
      {isLapsed ? t('link.memberships') : t('link.more-storage')}
    </OutwardLink>
  );
  // Without a membership no removal makes space: only a new one does.
  const best = isLapsed ? paying : <Control remedy={waysToSpace(canWrite).remedy} actions={actions} />;
  const first = over.overKb > 0 && <SaveFirst />;
  const last = !isLapsed && paying;
  return (
    <Notice
      tone="warning"
      sentences={describeOverLimit(over, membership)}
      isBrief={isBrief}
      more={[
        <Expectations key="facts" over={over} now={now} />,
        isBrief && (first || last) && (
          <div key="ways" class="notice-ways">
            {first}
            {last}
          </div>
        ),
      ]}
    >
      {!isBrief && first}
      {best}
      {!isBrief && last}
    </Notice>
  );
}

/** The way to what the site erases first, for its downloads. */
function SaveFirst() {
  return (
    <a class="button button--quiet" href={FIRST} target="_blank" rel="noreferrer">
      {t('over-limit.save-first')}
      <NewTab />
    </a>
  );
}

function Expectations({ over, now }: Pick<Props, 'over' | 'now'>) {
  const lines = expectationsOf(over, now);
  return (
    <>
      {lines.length > 0 && (
        <dl class="over-limit">
          {lines.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="over-limit-note">
        {joinSentences(
          over.overKb > 0 ? t('over-limit.order') : undefined,
          lines.length > 0 ? t('over-limit.estimate') : t('over-limit.no-dates'),
        )}
      </p>
    </>
  );
}
