import { useState } from 'preact/hooks';
import { BusyIcon } from '@/components/icons/status-icons';
import { Text } from '@/components/text';
import type { Result } from '@/utils/problem';
import { describeProblem } from '@/utils/sentences/describe-problem';
import { joinSentences } from '@/utils/sentences/sentences';
import { t } from '@/utils/texts/texts';
import './login-button.css';

type Props = {
  /** The user who is logged in on civitai.com, where the site names one. */
  username?: string;
  /** The user has pressed: resolves with what came of it. */
  onUse: () => Promise<Result<unknown>>;
};

/** The way to see the vault without a key: one button, whose vault it is, and why it can't be shown if so. */
export function LoginButton({ username, onUse }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const use = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    const result = await onUse();
    if (result.ok) return;
    const { what, next } = describeProblem(result.problem);
    setError(joinSentences(what, next));
    setBusy(false);
  };
  return (
    <section class="login-button">
      <button type="button" class="button" aria-disabled={isBusy} onClick={() => void use()}>
        {isBusy && <BusyIcon />}
        {isBusy ? t('login-button.asking') : t('login-button.label')}
      </button>
      <p>
        {username === undefined ? (
          t('login-button.lead.unnamed')
        ) : (
          <Text id="login-button.lead" values={{ account: <bdi>{username}</bdi> }} />
        )}
      </p>
      <p class="login-button-error" role="alert">
        {error}
      </p>
      <p class="login-button-or">{t('login-button.or')}</p>
    </section>
  );
}
