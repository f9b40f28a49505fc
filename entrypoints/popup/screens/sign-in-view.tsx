import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { KeyHint, KeyPromise } from '@/components/sign-in/key-hint';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { useLazy } from '@/components/use-lazy';
import type { Connection } from '@/utils/account/account';
import type { Problem, Result } from '@/utils/problem';
import { describeBriefly } from '@/utils/sentences/describe-problem';
import { t } from '@/utils/texts/texts';

const loadWelcome = () => import('@/components/welcome/welcome');

function describeRefusal(problem: Problem, now: number): string {
  if (problem.kind === 'key-refused') {
    return t('sign-in.refused');
  }
  return describeBriefly(problem, now);
}

/** What brings the user here: to begin, with another key, or again. */
export type Occasion = 'new' | 'another' | 'again';

type Props = {
  occasion: Occasion;
  /** Whether this page is a tab, which stays open while the user is on the site. */
  isTab: boolean;
  /** The way to see the vault without a key, where there is one. */
  login: ComponentChildren;
  /** There is no such way, because the window is private. */
  isPrivate: true | undefined;
  now: () => number;
  onSignIn: (key: string, isBrief: boolean) => Promise<Result<Connection>>;
  onOpenTab: () => void;
};

/** Connecting with a key: in a tab the three steps, in the popup the field and a button that opens the tab. */
export function SignInView({ occasion, isTab, login, isPrivate, now, onSignIn, onOpenTab }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const signIn = async (key: string, isBrief: boolean): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const result = await onSignIn(key, isBrief);
    if (!result.ok) setError(describeRefusal(result.problem, now()));
    setBusy(false);
  };
  const form = <SignInForm isBusy={isBusy} error={error} onSignIn={(key, isBrief) => void signIn(key, isBrief)} />;
  return (
    <section class="connect" aria-labelledby="connect">
      <div>
        <h2 id="connect">{t(`sign-in.title.${occasion}`)}</h2>
        <p>{t(`sign-in.lead.${occasion}`)}</p>
        {occasion === 'new' && <p class="connect-needs">{t('sign-in.needs')}</p>}
      </div>
      {login}
      {isPrivate && <p>{t('login-button.private')}</p>}
      {isTab ? (
        <Steps isNew={occasion === 'new'}>{form}</Steps>
      ) : (
        <Short hasLogin={Boolean(login)} onOpenTab={onOpenTab}>
          {form}
        </Short>
      )}
      <KeyPromise />
    </section>
  );
}

function Steps({ isNew, children }: { isNew: boolean; children: ComponentChildren }) {
  const welcome = useLazy(true, loadWelcome);
  return welcome ? <welcome.Welcome isNew={isNew}>{children}</welcome.Welcome> : null;
}

type ShortProps = { hasLogin: boolean; onOpenTab: () => void; children: ComponentChildren };

function Short({ hasLogin, onOpenTab, children }: ShortProps) {
  return (
    <>
      <KeyHint isSecond={hasLogin} onOpen={onOpenTab} />
      <div class="connect-key">{children}</div>
    </>
  );
}
