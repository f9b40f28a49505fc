import type { ComponentChildren } from 'preact';
import { categoryLabel, dayLabel } from '@/entrypoints/vault/item/item-labels';
import { airOf } from '@/utils/export/air';
import { typeLabel } from '@/utils/sentences/type-labels';
import { formatKb } from '@/utils/texts/format';
import { formatNumber } from '@/utils/texts/language';
import { t } from '@/utils/texts/texts';
import { type MirroredItem, sizeOfItemKb } from '@/utils/vault/vault-item';
import './item-figures.css';

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

/** Everything that the vault stores about an item, but its names, notes and files. */
export function ItemFigures({ item }: { item: MirroredItem }) {
  return (
    <dl class="figures">
      <Row name={t('item.creator')}>{item.creatorName || t('text.none')}</Row>
      <Row name={t('item.type')}>{item.type ? typeLabel(item.type) : t('text.none')}</Row>
      <Row name={t('item.base-model')}>{item.baseModel || t('text.none')}</Row>
      <Row name={t('item.category')}>{categoryLabel(item.category)}</Row>
      <Row name={t('item.added')}>{dayLabel(item.addedAt)}</Row>
      <Row name={t('item.created')}>{dayLabel(item.createdAt)}</Row>
      {item.refreshedAt !== undefined && <Row name={t('item.refreshed')}>{dayLabel(item.refreshedAt)}</Row>}
      <Row name={t('item.total-size')}>{formatKb(sizeOfItemKb(item))}</Row>
      <Row name={t('item.model-size')}>{formatKb(item.modelSizeKb)}</Row>
      <Row name={t('item.details-size')}>{formatKb(item.detailsSizeKb)}</Row>
      <Row name={t('item.images-size')}>{formatKb(item.imagesSizeKb)}</Row>
      {item.failures > 0 && <Row name={t('item.failures')}>{formatNumber(item.failures)}</Row>}
    </dl>
  );
}

/** The ids of an item. */
export function Identifiers({ item }: { item: MirroredItem }) {
  return (
    <section aria-labelledby="identifiers">
      <h3 id="identifiers">{t('item.identifiers')}</h3>
      <dl class="figures figures--ids">
        <Row name={t('item.air')}>
          <code>{airOf(item)}</code>
        </Row>
        <Row name={t('item.model')}>{item.modelId}</Row>
        <Row name={t('item.version')}>{item.modelVersionId}</Row>
      </dl>
    </section>
  );
}
