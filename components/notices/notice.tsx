import type { ComponentChildren } from 'preact';
import { ErrorIcon, InfoIcon, WarningIcon } from '@/components/icons/status-icons';
import type { Tone } from '@/utils/sentences/notices';
import { joinSentences, type Sentences } from '@/utils/sentences/sentences';
import { t } from '@/utils/texts/texts';
import './notice.css';

const ICONS = { info: InfoIcon, warning: WarningIcon, error: ErrorIcon } as const satisfies { [Name in Tone]: unknown };

type Props = {
  tone: Tone;
  sentences: Sentences;
  /** One line and the next step; all else is behind a press. */
  isBrief?: boolean | undefined;
  /** Facts below the sentences. */
  more?: ComponentChildren;
  /** The next step: a button or a link. */
  children?: ComponentChildren;
};

/** What happened, what it means for the vault, and the next step. */
export function Notice(props: Props) {
  const { tone, sentences, isBrief = false } = props;
  const Icon = ICONS[tone];
  return (
    <section class="notice" data-tone={tone}>
      <span class="notice-icon">
        <Icon />
      </span>
      <div class="notice-text">
        <h2>{sentences.what}</h2>
        {isBrief ? <Brief {...props} /> : <InFull {...props} />}
      </div>
    </section>
  );
}

function InFull({ sentences: { meaning, next }, more, children }: Props) {
  return (
    <>
      <p>{joinSentences(meaning, next)}</p>
      {more}
      {children && <div class="notice-ways">{children}</div>}
    </>
  );
}

/** Without a button the next step is the second line. */
function Brief({ sentences: { meaning, next }, more, children }: Props) {
  return (
    <div class="notice-ways">
      {children || <p>{next}</p>}
      <details class="notice-details">
        <summary>{t('notice.details')}</summary>
        <p>{children ? joinSentences(meaning, next) : meaning}</p>
        {more}
      </details>
    </div>
  );
}
