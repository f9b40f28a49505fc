import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Status } from '@/components/remedy/status';
import { FreeUpLink } from '@/components/space/space-note';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { versionLabel } from '@/entrypoints/vault/item/item-labels';
import type { Snapshot } from '@/utils/account/account';
import type { SwapOutcome } from '@/utils/messages/radar';
import type { Result } from '@/utils/problem';
import { describeInFull } from '@/utils/sentences/describe-problem';
import { formatKb } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
import type { NewerVersion } from '@/utils/vault/newer-version';
import type { MirroredItem } from '@/utils/vault/vault-item';
import './newer-section.css';

type Props = {
  host: VaultHost;
  item: MirroredItem;
  newer: NewerVersion;
  snapshot: Snapshot | undefined;
  /** The site still gives the old version to everyone, and nothing of the user's would go with it. */
  canPutBack: boolean;
};

type Step =
  | { kind: 'offer'; isBack?: boolean }
  | { kind: 'sure' }
  | { kind: 'running' }
  | { kind: 'over'; result: Result<SwapOutcome> };

/** The newer version of an item, and the way to have it in its place. */
export function NewerSection(props: Props) {
  const { host, item, newer, snapshot, canPutBack } = props;
  const [step, setStep] = useState<Step>({ kind: 'offer' });
  const swap = async (): Promise<void> => {
    if (!snapshot) return;
    setStep({ kind: 'running' });
    const { session } = snapshot;
    const { versionId, modelId, newerId, newerName } = newer;
    const names = { newerName, modelName: item.modelName };
    const result = await host.swap({ session, versionId, modelId, newerId, ...names, confirmedAt: host.now() });
    setStep({ kind: 'over', result });
  };
  return (
    <section class="newer" aria-labelledby="newer">
      <h3 id="newer">{t('newer.title')}</h3>
      <p dir="auto">{nameOf(newer)}</p>
      {fits(newer, snapshot) ? (
        <>
          <p class="note newer-sure" role="status">
            {step.kind === 'sure' && t(canPutBack ? 'swap.sure' : 'swap.sure-add', { old: versionLabel(item) })}
          </p>
          <Way step={step} canPutBack={canPutBack} now={host.now()} onStep={setStep} onSwap={swap} />
        </>
      ) : (
        snapshot?.canWrite && <NoRoom newer={newer} />
      )}
    </section>
  );
}

/** The way to space for it. */
function NoRoom({ newer: { newerId, modelId, sizeKb } }: { newer: NewerVersion }) {
  return (
    <p class="note">
      {t('newer.no-room')}{' '}
      {sizeKb !== undefined && <FreeUpLink asked={{ neededKb: sizeKb, wanted: { versionId: newerId, modelId } }} />}
    </p>
  );
}

type WayProps = {
  step: Step;
  canPutBack: boolean;
  now: number;
  onStep: (step: Step) => void;
  onSwap: () => Promise<void>;
};

function Way({ step, canPutBack, now, onStep, onSwap }: WayProps) {
  if (step.kind === 'running') return <Status key="running" kind="busy" text={t('swap.running')} />;
  if (step.kind === 'over') return <Status key="over" {...describeResult(step.result, now)} />;
  if (step.kind === 'offer') {
    return <Begin canPutBack={canPutBack} isBack={step.isBack === true} onPress={() => onStep({ kind: 'sure' })} />;
  }
  return (
    <Sure canPutBack={canPutBack} onGo={() => void onSwap()} onCancel={() => onStep({ kind: 'offer', isBack: true })} />
  );
}

/** The pressed button is gone: the focus goes to the one that takes its place. */
function useFocus(isWanted: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isWanted) button.current?.focus();
  }, [isWanted]);
  return button;
}

type BeginProps = { canPutBack: boolean; isBack: boolean; onPress: () => void };

function Begin({ canPutBack, isBack, onPress }: BeginProps) {
  const button = useFocus(isBack);
  return (
    <button type="button" class="button" ref={button} onClick={onPress}>
      {canPutBack ? t('swap.offer') : t('swap.offer-add')}
    </button>
  );
}

type SureProps = { canPutBack: boolean; onGo: () => void; onCancel: () => void };

function Sure({ canPutBack, onGo, onCancel }: SureProps) {
  const cancel = useFocus(true);
  return (
    <p class="newer-ways">
      <button type="button" class="button" onClick={onGo}>
        {canPutBack ? t('swap.go') : t('swap.go-add')}
      </button>
      <button type="button" class="button button--quiet" ref={cancel} onClick={onCancel}>
        {t('action.cancel')}
      </button>
    </p>
  );
}

function nameOf({ newerName, sizeKb }: NewerVersion): string {
  return sizeKb === undefined ? newerName : t('newer.name', { version: newerName, size: formatKb(sizeKb) });
}

/** Both have to fit at once; what isn't known is left to the site. */
function fits({ sizeKb = 0 }: NewerVersion, snapshot: Snapshot | undefined): boolean {
  if (!snapshot?.quota || !snapshot.canWrite) return false;
  return snapshot.quota.usedKb + sizeKb <= snapshot.quota.totalKb;
}

function describeResult(result: Result<SwapOutcome>, now: number): { kind: 'done' | 'missed'; text: string } {
  if (!result.ok) return { kind: 'missed', text: describeInFull(result.problem, now) };
  const outcome = result.value;
  if (outcome.kind === 'swapped') return { kind: 'done', text: t('swap.done') };
  if (outcome.isIn) return { kind: 'done', text: t('swap.kept') };
  return { kind: 'missed', text: outcome.problem ? describeInFull(outcome.problem, now) : t('swap.not-in') };
}
