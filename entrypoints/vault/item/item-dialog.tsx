import type { ComponentChildren } from 'preact';
import { OutwardLink } from '@/components/outward-link';
import { Dialog } from '@/entrypoints/vault/dialog/dialog';
import { Cover } from '@/entrypoints/vault/grid/cover';
import { StatusChip } from '@/entrypoints/vault/grid/status-chip';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import { RemoveButton } from '@/entrypoints/vault/removal/remove-button';
import type { Snapshot } from '@/utils/account/account';
import { modelPage } from '@/utils/civitai/site-links';
import { airOf } from '@/utils/export/air';
import { formatKb } from '@/utils/sentences/format';
import { describeAvailability } from '@/utils/sentences/obstacle-sentences';
import { describeInFull } from '@/utils/sentences/sentences';
import { typeWords } from '@/utils/sentences/type-words';
import type { VersionFact } from '@/utils/vault/membership';
import { type MirroredItem, sizeOfItemKb } from '@/utils/vault/vault-item';
import { downloadBar } from '@/utils/vault-view/downloads';
import { Downloads } from './downloads';
import { categoryWords, dayWords, modelWords, versionWords } from './item-words';
import { useAvailability } from './use-availability';
import { useSiteAccount } from './use-site-account';

type Props = {
  host: VaultHost;
  item: MirroredItem;
  fact: VersionFact | undefined;
  snapshot: Snapshot | undefined;
  now: number;
  /** Why nothing can be removed, if that is so. */
  obstacle: string | undefined;
  onRemove: () => void;
  onClose: () => void;
};

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function Figures({ item }: { item: MirroredItem }) {
  return (
    <dl class="figures">
      <Row name="Creator">{item.creatorName || '–'}</Row>
      <Row name="Type">{item.type ? typeWords(item.type) : '–'}</Row>
      <Row name="Base model">{item.baseModel || '–'}</Row>
      <Row name="Category">{categoryWords(item.category)}</Row>
      <Row name="Added">{dayWords(item.addedAt)}</Row>
      <Row name="Version created">{dayWords(item.createdAt)}</Row>
      {item.refreshedAt !== undefined && <Row name="Refreshed">{dayWords(item.refreshedAt)}</Row>}
      <Row name="Total size">{formatKb(sizeOfItemKb(item))}</Row>
      <Row name="Model size">{formatKb(item.modelSizeKb)}</Row>
      <Row name="Details size">{formatKb(item.detailsSizeKb)}</Row>
      <Row name="Images size">{formatKb(item.imagesSizeKb)}</Row>
      {item.failures > 0 && <Row name="Failed attempts">{item.failures}</Row>}
    </dl>
  );
}

/** Everything that is known of one item, and what can be done with it. */
export function ItemDialog({ host, item, fact, snapshot, now, obstacle, onRemove, onClose }: Props) {
  const offer = useAvailability(host, item.modelVersionId);
  const siteAccount = useSiteAccount(host);
  const availability = offer?.ok ? offer.value.availability : undefined;
  const problem = fact?.problem && describeInFull(fact.problem, now);
  const footer = (
    <>
      <OutwardLink href={modelPage(item.modelId, item.modelVersionId)} button>
        Open on Civitai
      </OutwardLink>
      <RemoveButton obstacle={obstacle} onRemove={onRemove} />
    </>
  );
  return (
    <Dialog place="side" title={modelWords(item)} onClose={onClose} footer={footer}>
      <div class="item-head">
        <Cover item={item} now={now} />
        <div>
          <p class="item-version" dir="auto">
            {versionWords(item)}
          </p>
          <StatusChip status={item.status} fact={fact} />
        </div>
      </div>
      {problem && (
        <p class="note" data-tone="error">
          {problem}
        </p>
      )}
      <p class="note" role="status">
        {offer ? describeAvailability(availability) : 'Asking whether Civitai still offers it…'}
      </p>
      {item.notes && (
        <section aria-labelledby="notes">
          <h3 id="notes">Notes</h3>
          <p class="notes-text" dir="auto">
            {item.notes}
          </p>
        </section>
      )}
      <Figures item={item} />
      <Downloads
        item={item}
        bar={downloadBar(item, availability, snapshot?.quota, now)}
        siteAccount={siteAccount}
        owner={snapshot?.username}
      />
      <section aria-labelledby="identifiers">
        <h3 id="identifiers">Identifiers</h3>
        <dl class="figures figures--ids">
          <Row name="AIR">
            <code>{airOf(item)}</code>
          </Row>
          <Row name="Model">{item.modelId}</Row>
          <Row name="Version">{item.modelVersionId}</Row>
        </dl>
      </section>
    </Dialog>
  );
}
