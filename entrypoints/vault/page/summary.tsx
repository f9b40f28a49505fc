import { RemoveButton } from '@/entrypoints/vault/removal/remove-button';
import { countOf, formatCount, formatKb } from '@/utils/sentences/format';
import './summary.css';

type Total = { count: number; sizeKb: number };

type Props = {
  /** All items, those shown, and those selected. */
  all: Total;
  shown: Total;
  /** `hidden`: the number of selected items that are not shown. */
  selected: Total & { hidden: number };
  isWhole: boolean;
  isAllSelected: boolean;
  /** Why nothing can be removed, if that is so. */
  obstacle: string | undefined;
  onShowAll: () => void;
  onSelectAll: () => void;
  onClear: () => void;
  onRemove: () => void;
};

function Totals({ all, shown, isWhole }: Pick<Props, 'all' | 'shown' | 'isWhole'>) {
  if (isWhole) {
    return (
      <>
        <strong>{countOf(all.count, 'version')}</strong>, {formatKb(all.sizeKb)}
      </>
    );
  }
  return (
    <>
      <strong>
        {formatCount(shown.count)} of {countOf(all.count, 'version')}
      </strong>
      , {formatKb(shown.sizeKb)} of {formatKb(all.sizeKb)}
    </>
  );
}

/** The totals of the shown items, or those of the selection with its actions; a line of the same height either way. */
export function Summary(props: Props) {
  const { shown, selected, obstacle } = props;
  if (selected.count === 0) {
    return (
      <div class="summary">
        <p>
          <Totals {...props} />
        </p>
        {!props.isWhole && (
          <button type="button" class="link-button" onClick={props.onShowAll}>
            Show everything
          </button>
        )}
      </div>
    );
  }
  return (
    <div class="summary" data-selecting>
      <p>
        <strong>{formatCount(selected.count)} selected</strong>, {formatKb(selected.sizeKb)}
        {selected.hidden > 0 && `, ${formatCount(selected.hidden)} of them not shown`}
      </p>
      {!props.isAllSelected && (
        <button type="button" class="link-button" onClick={props.onSelectAll}>
          Select all {formatCount(shown.count)} shown
        </button>
      )}
      <button type="button" class="link-button" onClick={props.onClear}>
        Clear selection
      </button>
      <RemoveButton obstacle={obstacle} onRemove={props.onRemove} />
    </div>
  );
}
