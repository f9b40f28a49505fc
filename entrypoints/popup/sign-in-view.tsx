import { useState } from 'preact/hooks';
import { KeySteps } from '@/components/key-steps';
import { SignInForm } from '@/components/sign-in-form';
import type { Connection } from '@/utils/account';
import type { Problem, Result } from '@/utils/problem';
import { describeProblem } from '@/utils/sentences';

function describeRefusal(problem: Problem, now: number): string {
  if (problem.kind === 'key-refused') {
    return 'Civitai doesn’t accept this key. Check that you copied all of it, or create a new one.';
  }
  const { what, next } = describeProblem(problem, now);
  return `${what} ${next}`;
}

type Props = {
  title: string;
  lead: string;
  now: () => number;
  onSignIn: (key: string) => Promise<Result<Connection>>;
};

/** Connecting with a key: the field first, then how to get one. */
export function SignInView({ title, lead, now, onSignIn }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const signIn = async (key: string): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const result = await onSignIn(key);
    if (!result.ok) setError(describeRefusal(result.problem, now()));
    setBusy(false);
  };
  return (
    <section class="connect" aria-labelledby="connect">
      <div>
        <h2 id="connect">{title}</h2>
        <p>{lead}</p>
      </div>
      <SignInForm isBusy={isBusy} error={error} onSignIn={key => void signIn(key)} />
      <KeySteps />
    </section>
  );
}
