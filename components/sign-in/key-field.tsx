import type { Ref, TargetedClipboardEvent } from 'preact';
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
        onPaste={event => pasteLines(event, onInput)}
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

/** A field of one line takes line breaks away: two keys on two lines would become one that is none. */
function pasteLines(event: TargetedClipboardEvent<HTMLInputElement>, onInput: () => void): void {
  const text = event.clipboardData?.getData('text/plain').trim() ?? '';
  const { selectionStart, selectionEnd, readOnly } = event.currentTarget;
  if (readOnly || !/[\r\n]/.test(text)) return;
  event.preventDefault();
  event.currentTarget.setRangeText(text.replace(/[\r\n]+/g, ' '), selectionStart ?? 0, selectionEnd ?? 0, 'end');
  onInput();
}
