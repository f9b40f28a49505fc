import { ClockIcon, ErrorIcon } from '@/components/icons/status-icons';
import { Text } from '@/components/text';
import { t, tn } from '@/utils/texts/texts';
import type { Contents } from './contents';
import '@/components/progress.css';
import './contents-line.css';

type Props = {
  contents: Contents;
  /** Why figures are missing or old. */
  note: string | undefined;
  onFailed: () => void;
};

/** How many items are not stored yet, or could not be, or why that isn't known: of a vault that is stored there is nothing to say. */
export function ContentsLine({ contents, note, onFailed }: Props) {
  switch (contents.kind) {
    case 'nothing':
      return null;
    case 'reading':
      return <Reading done={contents.done} total={contents.total} />;
    case 'unknown':
      return <p class="contents-note">{note}</p>;
    case 'counted': {
      const { stored, pending, failed } = contents.summary;
      return (
        <>
          {pending + failed > 0 && (
            <p class="contents">
              <span>{tn('contents.stored', stored)}</span>
              {pending > 0 && (
                <span data-state="pending">
                  <ClockIcon size={14} /> {tn('contents.pending', pending)}
                </span>
              )}
              {failed > 0 && (
                <button type="button" class="contents-failed" data-opens="failed" onClick={onFailed}>
                  <ErrorIcon size={14} /> {tn('contents.failed', failed)}
                </button>
              )}
            </p>
          )}
          {note && <p class="contents-note">{note}</p>}
        </>
      );
    }
  }
}

function Reading({ done, total }: { done: number; total: number }) {
  return (
    <div class="contents-reading">
      <p id="reading">
        {total > 0 ? <Text id="contents.reading-of" values={{ done, total }} /> : t('contents.reading')}
      </p>
      <progress aria-labelledby="reading" {...(total > 0 && { max: total, value: done })} />
    </div>
  );
}
