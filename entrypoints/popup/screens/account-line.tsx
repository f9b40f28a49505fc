import { initialOf } from '@/utils/initial-of';
import './account-line.css';

type Props = {
  username: string | undefined;
  tier: string | undefined;
  /** The last characters of the key, if they are known. */
  keyTail: string | undefined;
  isBusy: boolean;
  onSignOut: () => void;
};

function TierBadge({ tier }: { tier: string }) {
  return (
    <span class="tier" data-tier={tier}>
      {tier.charAt(0).toUpperCase() + tier.slice(1)}
    </span>
  );
}

/** The account, its key, and the sign-out button. A key limited to the vault gives neither name nor tier. */
export function AccountLine({ username, tier, keyTail, isBusy, onSignOut }: Props) {
  return (
    <section class="account" aria-label="Account">
      <span class="account-initial" aria-hidden="true">
        {username ? initialOf(username).toUpperCase() : '✓'}
      </span>
      <div class="account-text">
        <p class="account-who">
          <span class="account-name" dir="auto" title={username}>
            {username ?? (keyTail ? 'Connected to Civitai' : 'Your account')}
          </span>
          {tier && <TierBadge tier={tier} />}
        </p>
        {keyTail && (
          <p class="account-key">
            <span aria-hidden="true">Key ••••{keyTail}</span>
            <span class="visually-hidden">API key ending in {keyTail}</span>
          </p>
        )}
      </div>
      <button type="button" class="button button--quiet" aria-disabled={isBusy} onClick={() => !isBusy && onSignOut()}>
        Sign out
      </button>
    </section>
  );
}
