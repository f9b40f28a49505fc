import type { ComponentChildren } from 'preact';
import { ErrorIcon, InfoIcon, WarningIcon } from '@/components/icons/status-icons';
import type { Tone } from '@/utils/sentences/notices';
import { joinSentences, type Sentences } from '@/utils/sentences/sentences';
import './notice.css';

const ICONS = { info: InfoIcon, warning: WarningIcon, error: ErrorIcon } as const satisfies { [Name in Tone]: unknown };

type Props = {
  tone: Tone;
  sentences: Sentences;
  /** The next step: a button or a link. */
  children?: ComponentChildren;
};

/** What happened, what it means for the vault, and the next step. */
export function Notice({ tone, sentences, children }: Props) {
  const Icon = ICONS[tone];
  return (
    <section class="notice" data-tone={tone}>
      <span class="notice-icon">
        <Icon />
      </span>
      <div class="notice-text">
        <h2>{sentences.what}</h2>
        <p>{joinSentences(sentences.meaning, sentences.next)}</p>
        {children}
      </div>
    </section>
  );
}
