import { useMemo } from 'preact/hooks';
import { CellContent, type RowState } from './cell-content';
import { COLUMNS, type ColumnName } from './columns';
import { ROLES } from './roles';

type Props = RowState & {
  /** Its position among the shown items, from 0. */
  index: number;
  top: number;
  /** The column whose cell Tab leads to, in the row that has it. */
  active: ColumnName | undefined;
};

/** One item. `top` sets its position, because only some rows are in the document. */
function Row(props: Props) {
  const { entry, index, top, isSelected, active, fact, now, actions } = props;
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
          <CellContent name={name} entry={entry} fact={fact} isSelected={isSelected} now={now} actions={actions} />
        </td>
      ))}
    </tr>
  );
}

/** A row that renders again only if its data has changed: scrolling and typing change few rows. */
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
