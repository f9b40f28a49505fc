import type { ComponentChildren } from 'preact';
import { categoryLabel, dayLabel } from '@/entrypoints/vault/item/item-labels';
import { airOf } from '@/utils/export/air';
import { formatKb } from '@/utils/sentences/format';
import { typeWords } from '@/utils/sentences/type-words';
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
      <Row name="Creator">{item.creatorName || '–'}</Row>
      <Row name="Type">{item.type ? typeWords(item.type) : '–'}</Row>
      <Row name="Base model">{item.baseModel || '–'}</Row>
      <Row name="Category">{categoryLabel(item.category)}</Row>
      <Row name="Added">{dayLabel(item.addedAt)}</Row>
      <Row name="Version created">{dayLabel(item.createdAt)}</Row>
      {item.refreshedAt !== undefined && <Row name="Refreshed">{dayLabel(item.refreshedAt)}</Row>}
      <Row name="Total size">{formatKb(sizeOfItemKb(item))}</Row>
      <Row name="Model size">{formatKb(item.modelSizeKb)}</Row>
      <Row name="Details size">{formatKb(item.detailsSizeKb)}</Row>
      <Row name="Images size">{formatKb(item.imagesSizeKb)}</Row>
      {item.failures > 0 && <Row name="Failed attempts">{item.failures}</Row>}
    </dl>
  );
}

/** The ids of an item. */
export function Identifiers({ item }: { item: MirroredItem }) {
  return (
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
  );
}
