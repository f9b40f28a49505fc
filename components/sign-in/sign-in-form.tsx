import type { RefObject, TargetedSubmitEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { BusyIcon } from '@/components/icons/status-icons';
import { findKeys } from '@/utils/account/find-keys';
import { t } from '@/utils/texts/texts';
import { KeyChoice } from './key-choice';
import { KeyField } from './key-field';
import './sign-in-form.css';

type Props = {
  isBusy: boolean;
  /** Why the last key was refused. */
  error: string | undefined;
  /** Gets the key that was found in the field. `isBrief`: store it only until the browser closes. */
  onSignIn: (key: string, isBrief: boolean) => void;
};

/** The form for the API key. The key lives in this form only until it unmounts. */
export function SignInForm({ isBusy, error, onSignIn }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<'empty' | 'no-key'>();
  const [keys, setKeys] = useState<readonly string[]>([]);
  const [isBrief, setBrief] = useState(false);
  const [hasText, setText] = useState(false);
  const message = fault ? t(`sign-in.${fault}`) : error;
  useFocus(field, error !== undefined && !isBusy);

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const pasted = field.current?.value ?? '';
    const found = findKeys(pasted);
    const [key, ...others] = found;
    setFault(pasted.trim() === '' ? 'empty' : key === undefined ? 'no-key' : undefined);
    setKeys(found);
    if (key === undefined) field.current?.focus();
    else if (others.length === 0 && !isBusy) onSignIn(key, isBrief);
  };
  const choose = (key: string): void => {
    if (field.current) field.current.value = key;
    setKeys([]);
    if (!isBusy) onSignIn(key, isBrief);
  };
  const startAnew = (): void => {
    setText(field.current?.value !== '');
    setFault(undefined);
    setKeys([]);
  };

  return (
    <form class="sign-in" onSubmit={submit} aria-busy={isBusy} noValidate>
      <label for={`${id}key`}>{t('sign-in.field')}</label>
      <KeyField
        id={`${id}key`}
        field={field}
        isReadOnly={isBusy}
        isInvalid={message !== undefined}
        describedBy={message ? `${id}error` : undefined}
        onInput={startAnew}
      />
      <p class="sign-in-error" id={`${id}error`} role="alert">
        {message}
      </p>
      <KeyChoice keys={keys} onChoose={choose} />
      <BriefOption isBrief={isBrief} onChange={setBrief} />
      <SubmitButton isBusy={isBusy} isNext={hasText} />
    </form>
  );
}

/** Focuses the field at first, while a tab stays at its top. After a refusal the user pastes the next key over the old one. */
function useFocus(field: RefObject<HTMLInputElement | null>, isRefused: boolean): void {
  useEffect(() => field.current?.focus({ preventScroll: true }), [field]);
  useEffect(() => {
    if (isRefused) field.current?.select();
  }, [field, isRefused]);
}

function BriefOption({ isBrief, onChange }: { isBrief: boolean; onChange: (isBrief: boolean) => void }) {
  return (
    <label class="sign-in-brief">
      <input type="checkbox" checked={isBrief} onChange={event => onChange(event.currentTarget.checked)} />
      {t('sign-in.brief')}
    </label>
  );
}

/** `isNext`: there is a key to connect with; before, the way to one stands out. */
function SubmitButton({ isBusy, isNext }: { isBusy: boolean; isNext: boolean }) {
  return (
    <button type="submit" class={isNext ? 'button' : 'button button--quiet'} aria-disabled={isBusy}>
      {isBusy && <BusyIcon />}
      {isBusy ? t('sign-in.checking') : t('sign-in.button')}
    </button>
  );
}
