import { Plural, Text } from '@/components/text';
import { RemoveButton } from '@/entrypoints/vault/removal/remove-button';
import { formatKb } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
import './summary.css';

type Total = { count: number; sizeKb: number };

type Props = {
  /** All items, those shown, and those selected. */
  all: Total;
  shown: Total;
  /** `hidden`: the number of selected items that are not shown. */
  selected: Total & { hidden: number };
  /** How many items are still being read. */
  unread: number;
  isWhole: boolean;
  isAllSelected: boolean;
  /** Why nothing can be removed, if that is so. */
  obstacle: string | undefined;
  onShowAll: () => void;
  onSelectAll: () => void;
  onClear: () => void;
  onRemove: () => void;
};

function Totals({ all, shown, unread, isWhole }: Pick<Props, 'all' | 'shown' | 'unread' | 'isWhole'>) {
  if (unread > 0) return <Text id="contents.reading-of" values={{ done: all.count, total: all.count + unread }} />;
  const size = formatKb(shown.sizeKb);
  const versions = (
    <strong>
      {isWhole ? (
        <Plural id="versions" count={all.count} />
      ) : (
        <Plural id="list.shown" count={all.count} values={{ shown: shown.count }} />
      )}
    </strong>
  );
  if (isWhole) return <Text id="list.all" values={{ versions, size }} />;
  return <Text id="list.part" values={{ versions, size, total: formatKb(all.sizeKb) }} />;
}

function Selected({ count, sizeKb, hidden }: Props['selected']) {
  const size = formatKb(sizeKb);
  const selected = (
    <strong>
      <Plural id="list.selected" count={count} />
    </strong>
  );
  return hidden > 0 ? (
    <Text id="list.selection-hidden" values={{ selected, size, hidden }} />
  ) : (
    <Text id="list.selection" values={{ selected, size }} />
  );
}

/** The totals of the shown items, or those of the selection with its actions; a line of the same height either way. */
export function Summary(props: Props) {
  const { shown, selected, obstacle } = props;
  if (selected.count === 0) {
    return (
      <div class="summary">
        <p aria-busy={props.unread > 0}>
          <Totals {...props} />
        </p>
        {!props.isWhole && (
          <button type="button" class="link-button" onClick={props.onShowAll}>
            {t('vault.show-all')}
          </button>
        )}
      </div>
    );
  }
  return (
    <div class="summary" data-selecting>
      <p>
        <Selected {...selected} />
      </p>
      {!props.isAllSelected && (
        <button type="button" class="link-button" onClick={props.onSelectAll}>
          <Plural id="list.select-all" count={shown.count} />
        </button>
      )}
      <button type="button" class="link-button" onClick={props.onClear}>
        {t('list.clear-selection')}
      </button>
      <RemoveButton obstacle={obstacle} onRemove={props.onRemove} />
    </div>
  );
}
