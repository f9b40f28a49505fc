import { useId } from 'preact/hooks';
import { t } from '@/utils/texts/texts';
import './remove-button.css';

type Props = {
  /** Why nothing can be removed, if that is so; shown beside the button, which then does nothing. */
  obstacle: string | undefined;
  onRemove: () => void;
};

/** The button that opens the confirmation of a removal. */
export function RemoveButton({ obstacle, onRemove }: Props) {
  const id = useId();
  return (
    <>
      {obstacle !== undefined && (
        <span id={id} class="remove-why">
          {obstacle}
        </span>
      )}
      <button
        type="button"
        class="button button--quiet button--remove"
        aria-disabled={obstacle !== undefined}
        aria-describedby={obstacle === undefined ? undefined : id}
        onClick={() => obstacle === undefined && onRemove()}
      >
        {t('list.remove')}
      </button>
    </>
  );
}
