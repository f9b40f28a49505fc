import { useState } from 'preact/hooks';
import { KeyHint, KeyPromise, KeySteps } from '@/components/sign-in/key-steps';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import type { Connection } from '@/utils/account/account';
import type { Problem, Result } from '@/utils/problem';
import { describeBriefly } from '@/utils/sentences/describe-problem';
import { t } from '@/utils/texts/texts';

function describeRefusal(problem: Problem, now: number): string {
  if (problem.kind === 'key-refused') {
    return t('sign-in.refused');
  }
  return describeBriefly(problem, now);
}

type Props = {
  title: string;
  lead: string;
  /** Whether this page is a tab, which stays open while the user is on the site. */
  isTab: boolean;
  now: () => number;
  onSignIn: (key: string, isBrief: boolean) => Promise<Result<Connection>>;
  onOpenTab: () => void;
};

/** Connecting with a key: in a tab the three steps, in the popup the field and a button that opens the tab. */
export function SignInView({ title, lead, isTab, now, onSignIn, onOpenTab }: Props) {
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
        <h2 id="connect">{title}</h2>
        <p>{lead}</p>
      </div>
      {isTab ? <KeySteps>{form}</KeySteps> : form}
      {!isTab && <KeyHint onOpen={onOpenTab} />}
      <KeyPromise />
    </section>
  );
}
