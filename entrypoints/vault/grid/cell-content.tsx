import type { TargetedMouseEvent } from 'preact';
import { OutwardIcon } from '@/components/icons';
import { categoryWords, dayWords, extraWords, modelWords, versionWords } from '@/entrypoints/vault/item/item-words';
import { modelPage } from '@/utils/civitai/site-links';
import { formatKb } from '@/utils/sentences/format';
import { typeWords } from '@/utils/sentences/type-words';
import type { VersionFact } from '@/utils/vault/membership';
import type { Entry } from '@/utils/vault-view/prepare';
import type { ColumnName } from './columns';
import { Cover } from './cover';
import { StatusChip } from './status-chip';

/** What a row does; the grid decides by what was pressed. */
export type RowActions = {
  press(id: number, event: TargetedMouseEvent<HTMLElement>): void;
  /** Returns whether the item is selected now: not every tick turns it round. */
  tick(id: number, isRange: boolean): boolean;
  focus(id: number, column: ColumnName): void;
};

/** What the cells of a row show. */
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
      return (
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          aria-label={`Select ${modelWords(item)}, ${versionWords(item)}`}
          onClick={event => {
            event.stopPropagation();
            event.currentTarget.checked = actions.tick(item.id, event.shiftKey);
          }}
        />
      );
    case 'model':
      return (
        <>
          <Cover item={item} now={now} />
          <span class="names">
            <span class="model-name" dir="auto">
              {modelWords(item)}
            </span>
            <span class="version-line">
              <bdi class="version-name">{versionWords(item)}</bdi>
              {item.notes && (
                <bdi class="version-notes" title={item.notes}>
                  {item.notes}
                </bdi>
              )}
            </span>
          </span>
        </>
      );
    case 'creator':
      return <span dir="auto">{item.creatorName || '–'}</span>;
    case 'type':
      return item.type ? typeWords(item.type) : '–';
    case 'base':
      return item.baseModel || '–';
    case 'category':
      return <span class={item.category ? undefined : 'is-none'}>{categoryWords(item.category)}</span>;
    case 'size':
      return (
        <>
          <span class="size-total">{formatKb(totalKb)}</span>
          <span class="size-parts">{extraWords(item)}</span>
        </>
      );
    case 'added':
      return dayWords(item.addedAt);
    case 'created':
      return dayWords(item.createdAt);
    case 'status':
      return <StatusChip status={item.status} fact={fact} />;
    case 'open':
      return (
        <a
          class="button button--icon"
          tabIndex={-1}
          href={modelPage(item.modelId, item.modelVersionId)}
          target="_blank"
          rel="noreferrer"
          aria-label={`Open ${modelWords(item)} on Civitai, in a new tab`}
          title="Open on Civitai"
          onClick={event => event.stopPropagation()}
        >
          <OutwardIcon size={16} />
        </a>
      );
  }
}
