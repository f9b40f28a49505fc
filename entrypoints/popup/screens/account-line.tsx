import { Text } from '@/components/text';
import { initialOf } from '@/utils/initial-of';
import { t } from '@/utils/texts/texts';
import './account-line.css';

type Props = {
  username: string | undefined;
  tier: string | undefined;
  /** The last characters of the key, if they are known. */
  keyTail: string | undefined;
  /** There is no key: the vault is read with the site's login. */
  isLogin: boolean;
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
export function AccountLine({ username, tier, keyTail, isLogin, isBusy, onSignOut }: Props) {
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
          </p>
        )}
      </div>
      <button type="button" class="button button--quiet" aria-disabled={isBusy} onClick={() => !isBusy && onSignOut()}>
        {isLogin ? t('account.stop') : t('account.sign-out')}
      </button>
    </section>
  );
}
