import type { TargetedMouseEvent } from 'preact';
import { categoryLabel, dayLabel } from '@/entrypoints/vault/item/item-labels';
import { StatusChip } from '@/entrypoints/vault/item/status-chip';
import { typeLabel } from '@/utils/sentences/type-labels';
import { formatKb } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
import type { VersionFact } from '@/utils/vault/membership';
import type { Entry } from '@/utils/vault-view/prepare';
import { ModelCell, OpenCell, SelectCell } from './cells';
import type { ColumnName } from './columns';

/** The actions of a row. */
export type RowActions = {
  press(id: number, event: TargetedMouseEvent<HTMLElement>): void;
  /** Returns whether the item is selected now: a range may leave it as it was. */
  tick(id: number, isRange: boolean): boolean;
  focus(id: number, column: ColumnName): void;
};

/** The data of a row's cells. */
export type RowState = {
  entry: Entry;
  fact: VersionFact | undefined;
  isSelected: boolean;
  now: number;
  actions: RowActions;
};

/** The content of one cell. */
export function CellContent({ name, entry, fact, isSelected, now, actions }: RowState & { name: ColumnName }) {
  const { item, totalKb } = entry;
  switch (name) {
    case 'select':
      return <SelectCell item={item} isSelected={isSelected} onTick={actions.tick} />;
    case 'model':
      return <ModelCell item={item} now={now} />;
    case 'creator':
      return <span dir="auto">{item.creatorName || t('text.none')}</span>;
    case 'type':
      return <bdi>{item.type ? typeLabel(item.type) : t('text.none')}</bdi>;
    case 'base':
      return <bdi>{item.baseModel || t('text.none')}</bdi>;
    case 'category':
      return <bdi class={item.category ? undefined : 'is-none'}>{categoryLabel(item.category)}</bdi>;
    case 'size':
      return <bdi>{formatKb(totalKb)}</bdi>;
    case 'added':
      return dayLabel(item.addedAt);
    case 'created':
      return dayLabel(item.createdAt);
    case 'status':
      return <StatusChip status={item.status} fact={fact} />;
    case 'open':
      return <OpenCell item={item} />;
  }
}
