import { useLayoutEffect, useRef } from 'preact/hooks';
import { OutwardLink } from '@/components/outward-link';
import { t } from '@/utils/texts/texts';

type Props = {
  text: string;
  /** The site's own vault page, where it can do what Vaulted can't. */
  link?: string | undefined;
  onClose: () => void;
};

/** What came of the question. */
export function Ending({ text, link, onClose }: Props) {
  const close = useRef<HTMLButtonElement>(null);
  // With the words, not a frame later: Enter closes what can be read.
  useLayoutEffect(() => close.current?.focus(), []);
  return (
    <>
      <p role="status">{text}</p>
      <div class="confirm-actions">
        {link && (
          <OutwardLink href={link} button>
            {t('link.vault-page')}
          </OutwardLink>
        )}
        <button type="button" class="button" ref={close} onClick={onClose}>
          {t('confirm.close')}
        </button>
      </div>
    </>
  );
}
