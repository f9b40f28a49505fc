import { useEffect, useState } from 'preact/hooks';
import { useReAdd } from '@/components/failed/use-re-add';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Snapshot } from '@/utils/account/account';
import type { CachedItems } from '@/utils/messages/protocol';
import { t } from '@/utils/texts/texts';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { isLost, type VaultSummary } from '@/utils/vault/vault-summary';
import { FailedRow } from './failed-row';
import './failed-panel.css';

type Props = { host: PopupHost; snapshot: Snapshot; summary: VaultSummary };

/** The versions that couldn't be stored, why, and the way to add them again. */
export function FailedPanel({ host, snapshot, summary }: Props) {
  const answer = useItems(host, summary);
  const vault = answer === 'failed' ? undefined : answer;
  const { touched, actionsFor } = useReAdd(host, snapshot.session, vault?.facts ?? []);
  const rows = listRows(
    vault?.items ?? [],
    [...touched.values()].map(({ item }) => item),
  );
  return (
    <div class="failed">
      <p>{t('failed.lead')}</p>
      {answer === undefined && <p role="status">{t('failed.loading')}</p>}
      {answer === 'failed' && <p role="alert">{t('failed.load-failed')}</p>}
      <ul>
        {rows.map(item => (
          <FailedRow
            key={item.modelVersionId}
            item={item}
            state={touched.get(item.modelVersionId)?.state ?? { kind: 'idle' }}
            actions={actionsFor(item)}
          />
        ))}
      </ul>
    </div>
  );
}

function useItems(host: PopupHost, summary: VaultSummary): CachedItems | 'failed' | undefined {
  const [vault, setVault] = useState<CachedItems | 'failed'>();
  useEffect(() => {
    let isOver = false;
    void host.readItems().then(items => {
      const isOurs = (each: CachedItems | undefined): boolean => each?.session === summary.session;
      if (!isOver)
        setVault(before => (isOurs(items) ? items : before !== 'failed' && isOurs(before) ? before : 'failed'));
    });
    return () => {
      isOver = true;
    };
  }, [host, summary]);
  return vault;
}

/** The failed items, first those that the site has given up. One that the user has used stays until the panel is closed. */
function listRows(items: readonly MirroredItem[], touched: readonly MirroredItem[]): MirroredItem[] {
  const failed = items.filter(({ status }) => status === 'Failed');
  const shown = new Set(touched.map(({ modelVersionId }) => modelVersionId));
  const rows = [...touched, ...failed.filter(({ modelVersionId }) => !shown.has(modelVersionId))];
  return rows.toSorted((a, b) => Number(isLost(b)) - Number(isLost(a)));
}
