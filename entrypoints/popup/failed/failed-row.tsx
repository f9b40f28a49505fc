import { useEffect, useRef } from 'preact/hooks';
import { BusyIcon } from '@/components/icons';
import { modelPage } from '@/utils/civitai/site-links';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { isLost } from '@/utils/vault/vault-summary';
import { describeFailure, type Verdict } from './judge-re-add';

/** What is going on with one failed version. */
export type RowState =
  /** `isBack`: it is as it was, because somebody has thought better of it. */
  | { kind: 'idle'; isBack?: boolean }
  | { kind: 'checking' }
  | { kind: 'judged'; verdict: Verdict }
  | { kind: 'working' }
  | { kind: 'done' }
  | { kind: 'missed'; why: string };

export type RowActions = { check: () => void; confirm: () => void; dismiss: () => void };

type Props = { item: MirroredItem; story: RowState; actions: RowActions };

/** One version that couldn't be stored: why, and what can be done about it without losing it. */
export function FailedRow({ item, story, actions }: Props) {
  return (
    <li class="failed-row">
      <a href={modelPage(item.modelId, item.modelVersionId)} target="_blank" rel="noreferrer">
        <bdi>{item.modelName}</bdi> <bdi class="failed-version">{item.versionName}</bdi>
        <span class="visually-hidden"> (opens in a new tab)</span>
      </a>
      <p>{describeFailure(item)}</p>
      {(isLost(item) || story.kind !== 'idle') && <Remedy item={item} story={story} actions={actions} />}
    </li>
  );
}

function Remedy({ item, story, actions }: Props) {
  switch (story.kind) {
    case 'idle':
      return <Offer isBack={story.isBack === true} onPress={actions.check} />;
    case 'checking':
      return <Line key="checking" kind="busy" words="Asking Civitai whether it still offers it…" />;
    case 'working':
      return (
        <Line
          key="working"
          kind="busy"
          words="Removing it and adding it again. This takes about half a minute; you may close this."
        />
      );
    case 'done':
      return <Line key="done" kind="done" words="Added again. Civitai usually stores it within minutes." />;
    case 'missed':
      return <Line key="missed" kind="missed" words={story.why} />;
    case 'judged':
      return <Judged item={item} verdict={story.verdict} actions={actions} />;
  }
}

/** Focus goes where the answer is gone from. */
function Offer({ isBack, onPress }: { isBack: boolean; onPress: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isBack && document.activeElement === document.body) button.current?.focus();
  }, [isBack]);
  return (
    <button type="button" class="button button--quiet" ref={button} onClick={onPress}>
      Remove and add again…
    </button>
  );
}

/** What is going on, or how it went. */
function Line({ kind, words }: { kind: 'busy' | 'done' | 'missed'; words: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  // What had the focus is gone, a button or the line before: whoever goes on by keyboard starts here, unless they have gone elsewhere.
  useEffect(() => {
    if (document.activeElement === document.body) line.current?.focus();
  }, []);
  return (
    <p class="failed-line" data-kind={kind} role={kind === 'missed' ? 'alert' : 'status'} ref={line} tabIndex={-1}>
      {kind === 'busy' && <BusyIcon />} {words}
    </p>
  );
}

function Judged({ item, verdict, actions }: { item: MirroredItem; verdict: Verdict; actions: RowActions }) {
  const first = useRef<HTMLButtonElement>(null);
  // The button that asked is gone: carry on at the answer, where nothing happens by a careless press.
  useEffect(() => first.current?.focus(), []);
  const isSafe = verdict.kind === 'safe';
  return (
    <div class="failed-answer">
      <p role="status">
        {isSafe
          ? `Civitai still offers it, and there is room. Remove it from your vault and add it again?${item.notes ? ' Your note on it will be lost.' : ''}`
          : `Better not: ${verdict.why}`}
      </p>
      <div class="failed-buttons">
        <button type="button" class="button button--quiet" ref={first} onClick={actions.dismiss}>
          {isSafe ? 'Keep as it is' : 'OK'}
        </button>
        {isSafe && (
          <button type="button" class="button button--quiet failed-go" onClick={actions.confirm}>
            Remove and add again
          </button>
        )}
        {verdict.kind === 'unknown' && (
          <button type="button" class="button button--quiet" onClick={actions.check}>
            Ask again
          </button>
        )}
      </div>
    </div>
  );
}
