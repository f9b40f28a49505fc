import { useEffect, useState } from 'preact/hooks';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Snapshot } from '@/utils/account/account';
import type { VersionId } from '@/utils/civitai/ids';
import type { CachedItems } from '@/utils/messages/protocol';
import { describeInFull } from '@/utils/sentences/sentences';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { isLost, type VaultSummary } from '@/utils/vault/vault-summary';
import { FailedRow, type RowActions, type RowState } from './failed-row';
import { judgeReAdd } from './judge-re-add';
import './failed-panel.css';

type Props = { host: PopupHost; snapshot: Snapshot; stock: VaultSummary };

/** What couldn't be stored, why, and what can be done about it. */
export function FailedPanel({ host, snapshot, stock }: Props) {
  const answer = useItems(host, stock);
  const known = answer === 'failed' ? undefined : answer;
  const [touched, setTouched] = useState<ReadonlyMap<VersionId, { item: MirroredItem; story: RowState }>>(new Map());
  const rows = listRows(
    known?.items ?? [],
    [...touched.values()].map(({ item }) => item),
  );

  const actionsFor = (item: MirroredItem): RowActions => {
    const { modelVersionId: versionId } = item;
    const tell = (story: RowState): void => setTouched(before => new Map(before).set(versionId, { item, story }));
    const check = async (): Promise<void> => {
      tell({ kind: 'checking' });
      const offer = await host.versionAvailability(versionId);
      const fact = known?.facts.find(each => each.versionId === versionId);
      tell({ kind: 'judged', verdict: judgeReAdd(item, fact, offer, snapshot, host.now()) });
    };
    const confirm = async (): Promise<void> => {
      tell({ kind: 'working' });
      const { modelId } = item;
      const { session } = stock;
      const confirmedAt = host.now();
      const result = await host.submit({ session, versionId, target: 'out', confirmedAt, addAgain: true, modelId });
      const problem = result.ok ? result.value.problem : result.problem;
      // Another tab wished it back before anything was sent: then it is as it was.
      if (!problem)
        return tell(result.ok && result.value.state === 'failed' ? { kind: 'idle', isBack: true } : { kind: 'done' });
      tell({ kind: 'missed', why: describeInFull(problem, host.now()) });
    };
    return {
      check: () => void check(),
      confirm: () => void confirm(),
      dismiss: () => tell({ kind: 'idle', isBack: true }),
    };
  };

  return (
    <section class="failed" aria-label="Versions that couldn’t be stored">
      <p>
        Beside the model’s file Civitai keeps its details and pictures; for these it couldn’t. They stay in your vault
        and count against your storage, and the file itself can usually still be downloaded.
      </p>
      {answer === undefined && <p role="status">Looking them up…</p>}
      {answer === 'failed' && <p role="alert">They couldn’t be looked up just now. Close this and try again.</p>}
      <ul>
        {rows.map(item => (
          <FailedRow
            key={item.modelVersionId}
            item={item}
            story={touched.get(item.modelVersionId)?.story ?? { kind: 'idle' }}
            actions={actionsFor(item)}
          />
        ))}
      </ul>
    </section>
  );
}

function useItems(host: PopupHost, stock: VaultSummary): CachedItems | 'failed' | undefined {
  const [known, setKnown] = useState<CachedItems | 'failed'>();
  useEffect(() => {
    let isOver = false;
    void host.readItems().then(items => {
      const isOurs = (vault: CachedItems | undefined): boolean => vault?.session === stock.session;
      if (!isOver)
        setKnown(before => (isOurs(items) ? items : before !== 'failed' && isOurs(before) ? before : 'failed'));
    });
    return () => {
      isOver = true;
    };
  }, [host, stock]);
  return known;
}

/** The failed ones, first those that only the user can do something about; one that is being dealt with stays until this is closed. */
function listRows(items: readonly MirroredItem[], touched: readonly MirroredItem[]): MirroredItem[] {
  const failed = items.filter(({ status }) => status === 'Failed');
  const shown = new Set(touched.map(({ modelVersionId }) => modelVersionId));
  const rows = [...touched, ...failed.filter(({ modelVersionId }) => !shown.has(modelVersionId))];
  return rows.toSorted((a, b) => Number(isLost(b)) - Number(isLost(a)));
}
