import { OutwardLink } from '@/components/outward-link';
import { Dialog } from '@/entrypoints/vault/dialog/dialog';
import { NewerSection } from '@/entrypoints/vault/findings/newer-section';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { Cover } from '@/entrypoints/vault/item/cover';
import { modelLabel, versionLabel } from '@/entrypoints/vault/item/item-labels';
import { StatusChip } from '@/entrypoints/vault/item/status-chip';
import { RemoveButton } from '@/entrypoints/vault/removal/remove-button';
import type { Snapshot } from '@/utils/account/account';
import { modelPage } from '@/utils/civitai/site-links';
import { describeInFull } from '@/utils/sentences/describe-problem';
import { describeAvailability } from '@/utils/sentences/obstacle-sentences';
import { t } from '@/utils/texts/texts';
import type { VersionFact } from '@/utils/vault/membership';
import type { NewerVersion } from '@/utils/vault/newer-version';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { downloadBlockOf } from '@/utils/vault-view/downloads';
import { Downloads } from './downloads';
import { FailedItem } from './failed-item';
import { Identifiers, ItemFigures } from './item-figures';
import { useAvailability } from './use-availability';
import { useSiteAccount } from './use-site-account';
import './item-dialog.css';

type ItemProps = { item: MirroredItem; fact: VersionFact | undefined; now: number };

type Props = ItemProps & {
  host: VaultHost;
  snapshot: Snapshot | undefined;
  /** When last compared, the site no longer had it for everyone: the look-up of now knows better. */
  isOnlyCopy: boolean;
  newer: NewerVersion | undefined;
  /** Why nothing can be removed, if that is so. */
  obstacle: string | undefined;
  onRemove: () => void;
  onClose: () => void;
};

/** Everything about one item, and its actions. */
export function ItemDialog({ host, item, fact, snapshot, isOnlyCopy, newer, now, obstacle, onRemove, onClose }: Props) {
  const answer = useAvailability(host, item.modelVersionId);
  const siteAccount = useSiteAccount(host);
  const availability = answer?.ok ? answer.value.availability : undefined;
  const footer = (
    <>
      <OutwardLink href={modelPage(item.modelId, item.modelVersionId)} button>
        {t('item.open')}
      </OutwardLink>
      <RemoveButton obstacle={obstacle} onRemove={onRemove} />
    </>
  );
  return (
    <Dialog place="side" title={modelLabel(item)} onClose={onClose} footer={footer}>
      <ItemHead item={item} fact={fact} now={now} />
      {item.status === 'Failed' && (
        <FailedItem host={host} session={snapshot?.session} item={item} fact={fact} canWrite={obstacle === undefined} />
      )}
      <AvailabilityNote answer={answer} isOnlyCopy={isOnlyCopy} />
      {newer && (
        <NewerSection {...{ host, item, newer, snapshot }} canPutBack={availability === 'everyone' && !item.notes} />
      )}
      {item.notes && <Notes text={item.notes} isCut={item.isNotesCut} />}
      <ItemFigures item={item} />
      <Downloads
        item={item}
        block={downloadBlockOf(item, availability, snapshot?.quota, now)}
        siteAccount={siteAccount}
        owner={snapshot?.username}
      />
      <Identifiers item={item} />
    </Dialog>
  );
}

type NoteProps = Pick<Props, 'isOnlyCopy'> & { answer: ReturnType<typeof useAvailability> };

/** What the site says of the version now, and that the vault may have the only copy. What both would say is said once. */
function AvailabilityNote({ answer, isOnlyCopy }: NoteProps) {
  const availability = answer?.ok ? answer.value.availability : undefined;
  const isWarned = isOnlyCopy && availability !== 'everyone';
  const now = answer ? describeAvailability(availability) : t('item.asking');
  return (
    <>
      <p class="note item-availability" role="status">
        {isWarned && availability === 'gone' ? '' : now}
      </p>
      {isWarned && (
        <p class="note" data-tone="warning">
          {t('only-copy.item')}
        </p>
      )}
    </>
  );
}

function ItemHead({ item, fact, now }: ItemProps) {
  return (
    <>
      <div class="item-head">
        <Cover item={item} now={now} />
        <div>
          <p class="item-version" dir="auto">
            {versionLabel(item)}
          </p>
          <StatusChip status={item.status} fact={fact} />
        </div>
      </div>
      {fact?.problem && (
        <p class="note" data-tone="error">
          {describeInFull(fact.problem, now)}
        </p>
      )}
    </>
  );
}

function Notes({ text, isCut = false }: { text: string; isCut?: boolean | undefined }) {
  return (
    <section aria-labelledby="notes">
      <h3 id="notes">{t('item.notes')}</h3>
      <p class="notes-text" dir="auto">
        {text}
      </p>
      {isCut && <p class="note">{t('item.notes-cut')}</p>}
    </section>
  );
}
