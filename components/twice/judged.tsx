import { useEffect, useRef } from 'preact/hooks';
import { OutwardLink } from '@/components/outward-link';
import { siteLinks } from '@/utils/civitai/site-links';
import { formatKb } from '@/utils/sentences/format';
import type { KeepOneVerdict } from '@/utils/vault/judge-keep-one';
import type { Twice } from '@/utils/vault/twice';
import type { RowActions } from './use-keep-one';

/** What keeping one does, or why it is better not done. */
export function Judged({ twice, verdict, actions }: { twice: Twice; verdict: KeepOneVerdict; actions: RowActions }) {
  const first = useRef<HTMLButtonElement>(null);
  // The pressed button is gone: the focus goes to the answer's harmless button.
  useEffect(() => first.current?.focus(), []);
  const isSafe = verdict.kind === 'safe';
  return (
    <div class="twice-answer" data-kind={verdict.kind}>
      <div role="status">{isSafe ? <Course twice={twice} /> : <Advice twice={twice} why={verdict.why} />}</div>
      <div class="twice-buttons">
        <button type="button" class="button button--quiet" ref={first} onClick={actions.dismiss}>
          {isSafe ? 'Leave as it is' : 'OK'}
        </button>
        {isSafe && (
          <button type="button" class="button button--quiet twice-go" onClick={actions.confirm}>
            {twice.notes.length > 0 ? 'Lose the note, keep one' : 'Keep one'}
          </button>
        )}
        {verdict.kind === 'unknown' && (
          <button type="button" class="button button--quiet" onClick={actions.check}>
            Ask again
          </button>
        )}
        {!isSafe && (
          <OutwardLink href={siteLinks.vault} button>
            Open your vault page on Civitai
          </OutwardLink>
        )}
      </div>
    </div>
  );
}

/** What happens on the user's yes. */
function Course({ twice: { copies, notes } }: { twice: Twice }) {
  return (
    <>
      <p>
        A removal takes {copies === 2 ? 'both copies' : `all ${copies} copies`}. Vaulted then adds it again, and keeps
        at it until it’s back. Civitai still offers it, and there is room.
      </p>
      {notes.map(note => (
        <p key={note} class="twice-note">
          Your note will be lost: <bdi>“{note}”</bdi>
        </p>
      ))}
    </>
  );
}

/** Why it is better left alone, and what the user can do. */
function Advice({ twice: { totalKb, oneKb }, why }: { twice: Twice; why: string }) {
  return (
    <p>
      Better not from here: {why} Leaving it costs {formatKb(totalKb - oneKb)} of your storage; on your vault page on
      Civitai you can remove a single copy.
    </p>
  );
}
