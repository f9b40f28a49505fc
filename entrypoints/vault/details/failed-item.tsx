import { describeFailure } from '@/components/failed/judge-re-add';
import { ReAdd } from '@/components/failed/re-add';
import { useReAdd } from '@/components/failed/use-re-add';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { t } from '@/utils/texts/texts';
import type { VersionFact } from '@/utils/vault/membership';
import type { MirroredItem } from '@/utils/vault/vault-item';

type Props = {
  host: VaultHost;
  /** The sign-in whose vault is shown. */
  session: string | undefined;
  item: MirroredItem;
  fact: VersionFact | undefined;
  /** The key may add and remove. */
  canWrite: boolean;
};

/** Why an item could not be stored, what that means, and the way to add it again. */
export function FailedItem({ host, session, item, fact, canWrite }: Props) {
  const { touched, actionsFor } = useReAdd(host, session, fact ? [fact] : []);
  const state = touched.get(item.modelVersionId)?.state ?? { kind: 'idle' };
  return (
    <section class="failed-item" aria-labelledby="failed-item">
      <h3 id="failed-item">{t('state.failed.status')}</h3>
      <p>{describeFailure(item)}</p>
      <p class="note">{t('failed.lead-one')}</p>
      {canWrite && <ReAdd item={item} state={state} actions={actionsFor(item)} />}
    </section>
  );
}
