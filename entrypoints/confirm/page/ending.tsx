import { useEffect, useRef } from 'preact/hooks';
import { t } from '@/utils/texts/texts';

/** What came of the question. */
export function Ending({ text, onClose }: { text: string; onClose: () => void }) {
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <>
      <p role="status">{text}</p>
      <div class="confirm-actions">
        <button type="button" class="button" ref={close} onClick={onClose}>
          {t('confirm.close')}
        </button>
      </div>
    </>
  );
}
