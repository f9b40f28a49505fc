import { useEffect, useId, useRef } from 'preact/hooks';
import { OutwardLink } from '@/components/outward-link';
import { Text } from '@/components/text';
import { siteLinks } from '@/utils/civitai/site-links';
import { formatKb } from '@/utils/texts/format';
import { t, tn } from '@/utils/texts/texts';
import type { KeepOneVerdict } from '@/utils/vault/judge-keep-one';
import type { Twice } from '@/utils/vault/twice';
import type { RowActions } from './use-keep-one';

/** What keeping one does, or why it is better not done. */
export function Judged({ twice, verdict, actions }: { twice: Twice; verdict: KeepOneVerdict; actions: RowActions }) {
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  // The pressed button is gone: the focus goes to the answer's harmless button, which the answer describes.
  useEffect(() => first.current?.focus(), []);
  const isSafe = verdict.kind === 'safe';
  return (
    <div class="twice-answer" data-kind={verdict.kind}>
      <div id={id}>{isSafe ? <Course twice={twice} /> : <Advice twice={twice} why={verdict.why} />}</div>
      <div class="twice-buttons">
        <button type="button" class="button button--quiet" ref={first} aria-describedby={id} onClick={actions.dismiss}>
          {t(isSafe ? 're-add.keep' : 're-add.ok')}
        </button>
        {isSafe && (
          <button type="button" class="button button--quiet twice-go" onClick={actions.confirm}>
            {confirmLabel(twice.notes.length)}
          </button>
        )}
        {verdict.kind === 'unknown' && (
          <button type="button" class="button button--quiet" onClick={actions.check}>
            {t('re-add.ask-again')}
          </button>
        )}
        {!isSafe && (
          <OutwardLink href={siteLinks.vault} button>
            {t('link.vault-page')}
          </OutwardLink>
        )}
      </div>
    </div>
  );
}

function confirmLabel(notes: number): string {
  if (notes === 0) return t('twice.confirm');
  return t(notes === 1 ? 'twice.confirm-note' : 'twice.confirm-notes');
}

/** What happens on the user's yes. */
function Course({ twice: { copies, notes } }: { twice: Twice }) {
  return (
    <>
      <p>{copies === 2 ? t('twice.course-of-two') : tn('twice.course', copies)}</p>
      {notes.map(note => (
        <p key={note} class="twice-note">
          <Text id="twice.note" values={{ note }} />
        </p>
      ))}
    </>
  );
}

/** Why it is better left alone, and what the user can do. */
function Advice({ twice: { totalKb, oneKb }, why }: { twice: Twice; why: string }) {
  return (
    <>
      <p>{t('re-add.unsafe', { reason: why })}</p>
      <p>{t('twice.leaving', { size: formatKb(totalKb - oneKb) })}</p>
    </>
  );
}
