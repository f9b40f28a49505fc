import type { ComponentChildren } from 'preact';
import { ErrorIcon, InfoIcon, WarningIcon } from '@/components/icons';
import type { Tone } from '@/utils/sentences/notices';
import type { Sentences } from '@/utils/sentences/sentences';
import './notice.css';

const ICONS = { info: InfoIcon, warning: WarningIcon, error: ErrorIcon } as const satisfies { [Name in Tone]: unknown };

type Props = {
  tone: Tone;
  says: Sentences;
  /** What can be done about it: a button or a link. */
  children?: ComponentChildren;
};

/** What happened, what it means for the vault, what can be done now. */
export function Notice({ tone, says, children }: Props) {
  const Icon = ICONS[tone];
  return (
    <section class="notice" data-tone={tone}>
      <span class="notice-icon">
        <Icon />
      </span>
      <div class="notice-text">
        <h2>{says.what}</h2>
        <p>
          {says.meaning} {says.next}
        </p>
        {children}
      </div>
    </section>
  );
}
