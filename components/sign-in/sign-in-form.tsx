import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { BusyIcon, EyeIcon } from '@/components/icons';
import '@/components/field.css';
import './sign-in-form.css';

const EMPTY_KEY = 'Paste your API key first.';

type Props = {
  isBusy: boolean;
  /** Why the last key wasn't taken. */
  error: string | undefined;
  /** Gets what was typed or pasted, unchanged; whoever stores it cleans it up. `isBrief`: keep it only until the browser closes. */
  onSignIn: (key: string, isBrief: boolean) => void;
};

/** The field for the API key. The key lives in this form only until it unmounts. */
export function SignInForm({ isBusy, error, onSignIn }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [isShown, setShown] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const [isBrief, setBrief] = useState(false);
  const message = isEmpty ? EMPTY_KEY : error;

  useEffect(() => field.current?.focus(), []);

  // After a refusal the next key is pasted over the old one.
  useEffect(() => {
    if (error && !isBusy) field.current?.select();
  }, [error, isBusy]);

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const key = field.current?.value ?? '';
    setEmpty(key.trim() === '');
    if (key.trim() === '') field.current?.focus();
    else if (!isBusy) onSignIn(key, isBrief);
  };

  return (
    <form class="sign-in" onSubmit={submit} aria-busy={isBusy} noValidate>
      <label for={`${id}key`}>API key</label>
      <div class="field sign-in-field">
        <input
          ref={field}
          id={`${id}key`}
          {...(isShown ? { type: 'text' as const } : { type: 'password' as const })}
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          readOnly={isBusy}
          aria-invalid={message !== undefined}
          aria-describedby={message ? `${id}error` : undefined}
          onInput={() => setEmpty(false)}
        />
        <button
          type="button"
          class="button button--icon"
          aria-pressed={isShown}
          aria-label="Show key"
          title={isShown ? 'Hide key' : 'Show key'}
          onClick={() => setShown(!isShown)}
        >
          <EyeIcon crossed={isShown} />
        </button>
      </div>
      <p class="sign-in-error" id={`${id}error`} role="alert">
        {message}
      </p>
      <label class="sign-in-brief">
        <input type="checkbox" checked={isBrief} onChange={event => setBrief(event.currentTarget.checked)} />
        Keep the key only until the browser closes
      </label>
      <button type="submit" class="button" aria-disabled={isBusy}>
        {isBusy && <BusyIcon />}
        {isBusy ? 'Checking the key…' : 'Connect'}
      </button>
    </form>
  );
}
