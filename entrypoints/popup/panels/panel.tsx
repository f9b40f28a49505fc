import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { BackIcon } from '@/components/icons/control-icons';
import { t } from '@/utils/texts/texts';
import './panel.css';

/** What stands in place of the vault's figures while the user looks at it. */
export type PanelName = 'settings' | 'history' | 'failed' | 'twice';

type Props = { name: PanelName; onBack: () => void; children: ComponentChildren };

/** A part of the popup with its title and the way back; what is too long for the popup scrolls in it. */
export function Panel({ name, onBack, children }: Props) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <section
      class="panel"
      aria-labelledby="panel"
      onKeyDown={event => {
        if (event.key !== 'Escape') return;
        // The browser would close the popup.
        event.preventDefault();
        onBack();
      }}
    >
      <div class="panel-head">
        <button type="button" class="button button--icon" ref={back} aria-label={t('panel.back')} onClick={onBack}>
          <BackIcon />
        </button>
        <h1 id="panel">{t(`panel.${name}`)}</h1>
      </div>
      <div class="panel-body">{children}</div>
    </section>
  );
}
