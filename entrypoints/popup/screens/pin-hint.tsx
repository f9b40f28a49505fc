import { useEffect, useState } from 'preact/hooks';
import { Glyph } from '@/components/icons/glyph';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { t } from '@/utils/texts/texts';
import './pin-hint.css';

const CHECK_EVERY_MS = 1_000;

/** How to keep the icon in the toolbar; gone once it is there, and where the browser doesn't say. */
export function PinHint({ host }: { host: Pick<PopupHost, 'isPinned' | 'family'> }) {
  const [isPinned, setPinned] = useState<boolean>();
  useEffect(() => {
    const look = (): void => void host.isPinned().then(setPinned);
    look();
    // No event tells that the user has pinned it.
    const timer = setInterval(look, CHECK_EVERY_MS);
    return () => clearInterval(timer);
  }, [host]);
  if (isPinned !== false) return null;
  return (
    <div class="pin-hint">
      <Glyph>
        {/* The piece of a puzzle with which browsers mark their extensions. */}
        <path d="M8 4.5a1.8 1.8 0 0 1 3.6 0V6H15a1 1 0 0 1 1 1v3.2h-1.3a1.9 1.9 0 0 0 0 3.8H16V16a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1H8Z" />
      </Glyph>
      <div>
        <h2>{t('pin.title')}</h2>
        <p>{t(`pin.${host.family()}`)}</p>
      </div>
    </div>
  );
}
