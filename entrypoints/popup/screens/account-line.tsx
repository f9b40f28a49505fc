import { Text } from '@/components/text';
import type { Snapshot } from '@/utils/account/account';
import { reachOf } from '@/utils/account/key-reach';
import { initialOf } from '@/utils/initial-of';
import { t } from '@/utils/texts/texts';
import './account-line.css';

type Props = {
  /** Absent while the account is not known. */
  snapshot: Snapshot | undefined;
  isBusy: boolean;
  onSignOut: () => void;
};

function TierBadge({ tier }: { tier: string }) {
  return (
    <bdi class="tier" data-tier={tier}>
      {tier.charAt(0).toUpperCase() + tier.slice(1)}
    </bdi>
  );
}

/** The account, its key, and the sign-out button. A key limited to the vault gives neither name nor tier. */
export function AccountLine({ snapshot, isBusy, onSignOut }: Props) {
  const { username, tier, keyTail, isLogin } = snapshot ?? {};
  return (
    <section class="account" aria-label={t('account.label')}>
      <span class="account-initial" aria-hidden="true">
        {username ? initialOf(username).toUpperCase() : '✓'}
      </span>
      <div class="account-text">
        <p class="account-who">
          <span class="account-name" dir="auto" title={username}>
            {username ?? (keyTail ? t('account.connected') : t('account.unknown'))}
          </span>
          {tier && <TierBadge tier={tier} />}
        </p>
        {isLogin && <p class="account-key">{t('account.login')}</p>}
        {keyTail && (
          <p class="account-key">
            <span aria-hidden="true">
              <Text id="account.key" values={{ tail: keyTail }} />
            </span>
            <span class="visually-hidden">
              <Text id="account.key.spoken" values={{ tail: keyTail }} />
            </span>
            {snapshot && reachOf(snapshot) === 'everything' && <span class="key-wide">{t('key.full-access')}</span>}
          </p>
        )}
      </div>
      <button type="button" class="button button--quiet" aria-disabled={isBusy} onClick={() => !isBusy && onSignOut()}>
        {isLogin ? t('account.stop') : t('account.sign-out')}
      </button>
    </section>
  );
}
