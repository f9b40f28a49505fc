import { useEffect, useState } from 'preact/hooks';
import { LinkIcon } from '@/components/icons/control-icons';
import { CheckIcon } from '@/components/icons/status-icons';
import { t } from '@/utils/texts/texts';
import './copy-buttons.css';

type What = 'link' | 'air';

/** Long enough to be seen, short enough for the next. */
const SAID_MS = 2_000;

type Props = {
  link: string;
  air: string;
  /** The model's name, for those who only hear the buttons. */
  model: string;
  /** Returns whether that worked. */
  onCopy: (text: string) => Promise<boolean>;
};

/** Copies a version's link or its AIR, and says so. */
export function CopyButtons({ link, air, model, onCopy }: Props) {
  const [said, setSaid] = useState<{ what: What; hasWorked: boolean }>();
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async (what: What): Promise<void> =>
    setSaid({ what, hasWorked: await onCopy(what === 'link' ? link : air) });
  const isDone = (what: What): boolean => said?.what === what && said.hasWorked;
  return (
    <span class="copy">
      <button
        type="button"
        title={t('copy.link')}
        aria-label={t('copy.link.name', { model })}
        onClick={() => void copy('link')}
      >
        {isDone('link') ? <CheckIcon size={16} /> : <LinkIcon />}
      </button>
      <button
        type="button"
        title={t('copy.air')}
        aria-label={t('copy.air.name', { air: t('item.air'), model })}
        onClick={() => void copy('air')}
      >
        {isDone('air') ? <CheckIcon size={16} /> : t('item.air')}
      </button>
      <span class="visually-hidden" role="status">
        {said && t(said.hasWorked ? `copy.${said.what}.done` : 'copy.failed')}
      </span>
    </span>
  );
}
