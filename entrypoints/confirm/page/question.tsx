import { useEffect, useRef } from 'preact/hooks';
import { Text } from '@/components/text';
import type { RemovalQuestion } from '@/utils/messages/own-ground';
import { describePutBackObstacle } from '@/utils/sentences/put-back-sentences';
import { joinSentences } from '@/utils/sentences/sentences';
import { formatKb } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
import type { PutBack } from '@/utils/vault/can-be-put-back';
import { useArmed } from './use-armed';

type Props = {
  question: RemovalQuestion;
  /** Absent while it is looked up. */
  verdict: PutBack | undefined;
  isRemoving: boolean;
  /** Epoch ms. */
  now: number;
  onKeep: () => void;
  onRemove: () => void;
  /** Takes back what is being removed. */
  onUndo: () => void;
};

/** The question itself. To keep the version is the default, also while it is being removed: that button has the focus, and Escape presses it. */
export function Question({ question, verdict, isRemoving, now, onKeep, onRemove, onUndo }: Props) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const stay = isRemoving ? onUndo : onKeep;
  useEscape(stay);
  const isRisky = verdict?.can === false && !isRemoving;
  const isReady = useArmed() && verdict !== undefined && !isRemoving;
  return (
    <>
      <p id="version" class="confirm-version">
        <Names question={question} />
      </p>
      <p id="why">{t(whyOf(question))}</p>
      <p id="risk" role="status" class={isRisky ? 'confirm-risk is-risky' : 'confirm-risk'}>
        {isRemoving ? t('confirm.removing') : describeRisk(verdict, now)}
      </p>
      <div class="confirm-actions">
        <button type="button" class="button" ref={keep} onClick={stay}>
          {t(isRemoving ? 'action.undo' : 'dialog.keep')}
        </button>
        <button
          type="button"
          class="button button--quiet confirm-remove"
          aria-disabled={!isReady}
          onClick={event => event.isTrusted && isReady && onRemove()}
        >
          {t(verdict?.can ? 'dialog.remove' : 'dialog.remove-anyway')}
        </button>
      </div>
      <p class="confirm-ground">{t('confirm.ground')}</p>
    </>
  );
}

function Names({ question: { versionId, modelName, versionName, sizeKb } }: { question: RemovalQuestion }) {
  if (!modelName) return <Text id="confirm.unnamed" values={{ id: String(versionId) }} />;
  const version = <strong dir="auto">{versionName || String(versionId)}</strong>;
  const model = <bdi>{modelName}</bdi>;
  if (sizeKb === undefined) return <Text id="version.of-model" values={{ version, model }} />;
  return <Text id="dialog.version-sized" values={{ version, model, size: formatKb(sizeKb) }} />;
}

function whyOf({ why: { kind } }: RemovalQuestion) {
  switch (kind) {
    case 'press':
      return 'confirm.why.press';
    case 'many':
      return 'confirm.why.many';
    case 'risk':
      return 'confirm.why.unsure';
    default:
      return 'confirm.why.risk';
  }
}

function describeRisk(verdict: PutBack | undefined, now: number): string {
  if (!verdict) return t('confirm.asking');
  if (verdict.can) return t('confirm.returns');
  return joinSentences(describePutBackObstacle(verdict.why, now), t('confirm.last-copy'));
}

function useEscape(act: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && event.isTrusted) act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [act]);
}
