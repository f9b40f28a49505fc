import { useMemo, useState } from 'preact/hooks';
import { Dialog } from '@/entrypoints/vault/dialog/dialog';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { RemovalFoot } from '@/entrypoints/vault/removal/removal-foot';
import { RemovalProgress, RemovalTitle } from '@/entrypoints/vault/removal/removal-results';
import { useRemoval } from '@/entrypoints/vault/removal/use-removal';
import type { RadarFindings } from '@/utils/messages/radar';
import { t } from '@/utils/texts/texts';
import { shortOfKb, sparesOf } from '@/utils/vault/free-up';
import type { MirroredItem } from '@/utils/vault/vault-item';
import type { SpaceAsked } from '@/utils/vault-view/free-up-url';
import { FreeUpChoice } from './free-up-choice';
import { NeededField } from './needed-field';
import { useSpares } from './use-spares';
import { AddWanted, WantedName } from './wanted';
import './free-up.css';

type Props = {
  host: VaultHost;
  session: string;
  /** The whole vault; those of the moment when the dialog opened count. */
  items: readonly MirroredItem[];
  findings: RadarFindings | undefined;
  asked: SpaceAsked;
  /** What is free in the vault now, KB. */
  freeKb: number | undefined;
  /** Every row of the vault has been read. */
  isCounted: boolean;
  now: number;
  onSettled: () => void;
  onClose: () => void;
};

/** Proposes what can be removed without risk until there is space; the addition that needs it is offered once the removals are answered. */
export function FreeUpDialog(props: Props) {
  const { host, session, items, findings, asked, freeKb, isCounted, now, onSettled, onClose } = props;
  const [neededKb, setNeededKb] = useState(asked.neededKb);
  const { wanted } = asked;
  // A list that changed under the user's ticks would be another question.
  const [all] = useState(() => listSpares(items, findings, asked));
  const spares = useSpares(host, all, neededKb, isCounted);
  const removal = useRemoval(host, session, spares, onSettled);
  const superseded = useMemo(
    () => new Set(all.filter(spare => spare.isSuperseded).map(({ versionId }) => versionId)),
    [all],
  );
  const { phase } = removal;
  const changeNeeded = (kb: number): void => {
    if (kb !== neededKb) spares.proposeAnew();
    setNeededKb(kb);
  };
  const isEnded = phase === 'done' || phase === 'lapsed';
  const { account, space } = spares;
  const isEnough = phase === 'choosing' && account?.ok === true && shortOfKb(neededKb, space.freeKb, []) === 0;
  const isBeyond = phase === 'choosing' && account?.ok === true && neededKb > space.totalKb;
  // At the end it stands above the results: a long list would push it out of sight.
  const next = wanted && <AddWanted {...{ host, session, freeKb, now }} version={wanted} />;
  return (
    <Dialog
      place="middle"
      title={<RemovalTitle removal={removal} title={t('free-up.title')} now={host.now} />}
      canClose={phase !== 'running' && phase !== 'grace'}
      onClose={onClose}
      footer={
        isEnough || isBeyond ? (
          <Close onClose={onClose} />
        ) : (
          <RemovalFoot removal={removal} hasNext={wanted !== undefined} onClose={onClose} />
        )
      }
    >
      {wanted && <WantedName host={host} versionId={wanted.versionId} />}
      {isEnded && next}
      {phase === 'choosing' ? (
        <>
          <NeededField neededKb={neededKb} onNeeded={changeNeeded} />
          <FreeUpChoice {...{ removal, spares, neededKb, superseded, now }} />
        </>
      ) : (
        <RemovalProgress removal={removal} now={now} />
      )}
      {isEnough && next}
    </Dialog>
  );
}

/** Where there is nothing to remove. */
function Close({ onClose }: { onClose: () => void }) {
  return (
    <button type="button" class="button button--quiet" onClick={onClose}>
      {t('action.close')}
    </button>
  );
}

function listSpares(items: readonly MirroredItem[], findings: RadarFindings | undefined, { wanted }: SpaceAsked) {
  const { newer = [], gone = [] } = findings ?? {};
  return sparesOf(items, { newer, gone, except: new Set(wanted ? [wanted.versionId] : []) });
}
