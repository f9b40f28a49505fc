import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import { EyeIcon } from '@/components/icons/control-icons';
import { t } from '@/utils/texts/texts';
import '@/components/field.css';

type Props = {
  id: string;
  field: Ref<HTMLInputElement>;
  isReadOnly: boolean;
  isInvalid: boolean;
  /** The id of the text that says why the key is invalid. */
  describedBy: string | undefined;
  onInput: () => void;
};

/** The field for a key, hidden like a password until the user presses the eye. */
export function KeyField({ id, field, isReadOnly, isInvalid, describedBy, onInput }: Props) {
  const [isShown, setShown] = useState(false);
  return (
    <div class="field sign-in-field">
      <input
        ref={field}
        id={id}
        {...(isShown ? { type: 'text' as const } : { type: 'password' as const })}
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        readOnly={isReadOnly}
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        onInput={onInput}
      />
      <button
        type="button"
        class="button button--icon"
        aria-pressed={isShown}
        aria-label={t('sign-in.show-key')}
        title={isShown ? t('sign-in.hide-key') : t('sign-in.show-key')}
        onClick={() => setShown(!isShown)}
      >
        <EyeIcon isCrossed={isShown} />
      </button>
    </div>
  );
}
