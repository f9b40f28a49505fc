import { OutwardLink } from '@/components/outward-link';
import type { Membership } from '@/utils/account/account';
import { siteLinks } from '@/utils/civitai/site-links';
import { describeOverLimit, expectationsOf } from '@/utils/sentences/over-limit-sentences';
import type { OverLimit } from '@/utils/vault/over-limit';
import { Notice } from './notice';
import './over-limit-notice.css';

type Props = { over: OverLimit; membership: Membership; now: number };

/** A vault at or over its limit: since when, how long downloads work, and when the site starts to erase. `now` is epoch ms. */
export function OverLimitNotice({ over, membership, now }: Props) {
  const lines = expectationsOf(over, now);
  return (
    <Notice tone="warning" sentences={describeOverLimit(over, membership)}>
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
        {over.overKb > 0 && 'Civitai erases the oldest versions first, until the rest fits. '}
        {lines.length > 0
          ? 'These dates are an estimate: Civitai doesn’t tell its own.'
          : 'It doesn’t say since when. As an estimate, downloads end after a month, and erasing begins after two.'}
      </p>
      <OutwardLink href={siteLinks.memberships} button>
        {membership === 'lapsed' ? 'See memberships' : 'Get more storage on Civitai'}
      </OutwardLink>
    </Notice>
  );
}
