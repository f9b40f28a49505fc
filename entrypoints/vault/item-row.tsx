import type { TargetedMouseEvent } from 'preact';
import { useMemo } from 'preact/hooks';
import { OutwardIcon } from '@/components/icons';
import { formatKb } from '@/utils/format';
import type { VersionFact } from '@/utils/membership';
import { modelPage } from '@/utils/site-links';
import { typeWords } from '@/utils/type-words';
import type { Entry } from '@/utils/vault-view/prepare';
import { COLUMNS, type ColumnName } from './columns';
import { Cover } from './cover';
import { categoryWords, dayWords, extraWords, modelWords, versionWords } from './item-words';
import { ROLES } from './roles';
import { StatusChip } from './status-chip';

/** What a row does; the grid decides by what was pressed. */
export type RowActions = {
  press(id: number, event: TargetedMouseEvent<HTMLElement>): void;
  tick(id: number, isRange: boolean): void;
  focus(id: number, column: ColumnName): void;
};

type Props = {
  entry: Entry;
  /** Its place among those shown, from 0. */
  index: number;
  top: number;
  fact: VersionFact | undefined;
  isSelected: boolean;
  /** The column whose cell the Tab key leads to, in the one row that has it. */
  active: ColumnName | undefined;
  now: number;
  actions: RowActions;
};

function contentOf(name: ColumnName, { entry, fact, isSelected, now, actions }: Props) {
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
            actions.tick(item.id, event.shiftKey);
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
            <span class="version-name" dir="auto">
              {versionWords(item)}
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

/** One item. Its place is set from outside: rows stand in the order of the list, wherever they are in the document. */
function Row(props: Props) {
  const { entry, index, top, isSelected, active, fact, actions } = props;
  const { id } = entry.item;
  return (
    <tr
      class="row"
      {...ROLES.row}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-id={id}
      data-busy={fact?.activity !== undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={event => actions.press(id, event)}
    >
      {COLUMNS.map(({ name }, at) => (
        <td
          key={name}
          class={`cell cell--${name}`}
          {...ROLES.cell}
          aria-colindex={at + 1}
          data-column={name}
          tabIndex={active === name ? 0 : -1}
          onFocus={() => actions.focus(id, name)}
        >
          {contentOf(name, props)}
        </td>
      ))}
    </tr>
  );
}

/** Drawn again only when something of it has changed: scrolling and typing touch few rows. */
export function ItemRow(props: Props) {
  const { entry, index, top, fact, isSelected, active, now, actions } = props;
  return useMemo(
    () => (
      <Row
        entry={entry}
        index={index}
        top={top}
        fact={fact}
        isSelected={isSelected}
        active={active}
        now={now}
        actions={actions}
      />
    ),
    [entry, index, top, fact, isSelected, active, now, actions],
  );
}
