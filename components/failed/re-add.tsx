import { useEffect, useId, useRef } from 'preact/hooks';
import { Start } from '@/components/remedy/start';
import { Status } from '@/components/remedy/status';
import { t } from '@/utils/texts/texts';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { isLost } from '@/utils/vault/vault-summary';
import type { Verdict } from './judge-re-add';
import './re-add.css';

/** How far a failed version is on its way to being added again. */
export type ReAddState =
  /** `isBack`: the user has cancelled. */
  | { kind: 'idle'; isBack?: boolean }
  | { kind: 'checking' }
  | { kind: 'judged'; verdict: Verdict }
  | { kind: 'working' }
  | { kind: 'done' }
  | { kind: 'missed'; why: string };

export type ReAddActions = { check: () => Promise<void>; confirm: () => Promise<void>; dismiss: () => void };

type Props = { item: MirroredItem; state: ReAddState; actions: ReAddActions };

/** What can be done about a version that couldn't be stored: the first step, then how far it is. */
export function ReAdd({ item, state, actions }: Props) {
  // The site tries again by itself until it has given up.
  if (!isLost(item) && state.kind === 'idle') return null;

  switch (state.kind) {
    case 'idle':
      return <Start label={t('failed.start')} isBack={state.isBack === true} onPress={() => void actions.check()} />;
    case 'checking':
      return <Status key="checking" kind="busy" text={t('failed.checking')} />;
    case 'working':
      return <Status key="working" kind="busy" text={t('failed.working')} />;
    case 'done':
      return <Status key="done" kind="done" text={t('failed.done')} />;
    case 'missed':
      return <Status key="missed" kind="missed" text={state.why} />;
    case 'judged':
      return <Judged item={item} verdict={state.verdict} actions={actions} />;
  }
}

function Judged({ item, verdict, actions }: { item: MirroredItem; verdict: Verdict; actions: ReAddActions }) {
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  // The pressed button is gone: the focus goes to the answer's harmless button, which the answer describes.
  useEffect(() => first.current?.focus(), []);
  const isSafe = verdict.kind === 'safe';
  return (
    <div class="re-add-answer">
      <p id={id}>
        {isSafe ? t(item.notes ? 'failed.safe-note' : 'failed.safe') : t('re-add.unsafe', { reason: verdict.why })}
      </p>
      <div class="re-add-buttons">
        <button type="button" class="button button--quiet" ref={first} aria-describedby={id} onClick={actions.dismiss}>
          {isSafe ? t('re-add.keep') : t('re-add.ok')}
        </button>
        {isSafe && (
          <button type="button" class="button button--quiet re-add-go" onClick={() => void actions.confirm()}>
            {t('failed.confirm')}
          </button>
        )}
        {verdict.kind === 'unknown' && (
          <button type="button" class="button button--quiet" onClick={() => void actions.check()}>
            {t('re-add.ask-again')}
          </button>
        )}
      </div>
    </div>
  );
}
