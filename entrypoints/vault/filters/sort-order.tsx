import { OrderIcon } from '@/components/icons/control-icons';
import { SORT_KEYS, type SortKey } from '@/utils/vault-view/sort-items';
import { isSortKey, STARTS_DESCENDING, type View } from '@/utils/vault-view/view';

const SORT_LABELS: { readonly [Key in SortKey]: string } = {
  added: 'Recently added',
  created: 'Recently created',
  name: 'Model name',
  modelSize: 'Model size',
  totalSize: 'Total size',
  version: 'Version name',
  creator: 'Creator',
  type: 'Type',
  baseModel: 'Base model',
  category: 'Category',
  status: 'Status',
};

type Props = { view: View; onView: (view: View) => void };

/** The choice of the sort key, and the button that reverses the order. */
export function SortOrder({ view, onView }: Props) {
  const order = view.isDescending ? 'Descending' : 'Ascending';
  const sort = (key: string): void => {
    if (isSortKey(key)) onView({ ...view, sort: key, isDescending: STARTS_DESCENDING.has(key) });
  };
  return (
    <div class="order">
      <select aria-label="Sort by" value={view.sort} onChange={event => sort(event.currentTarget.value)}>
        {SORT_KEYS.map(key => (
          <option key={key} value={key}>
            {SORT_LABELS[key]}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="button button--quiet"
        aria-label={`${order}. Turn the order round`}
        title={`${order}: turn the order round`}
        onClick={() => onView({ ...view, isDescending: !view.isDescending })}
      >
        <OrderIcon isDescending={view.isDescending} />
      </button>
    </div>
  );
}
