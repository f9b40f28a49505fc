import { OrderIcon } from '@/components/icons/control-icons';
import { t } from '@/utils/texts/texts';
import { SORT_KEYS } from '@/utils/vault-view/sort-items';
import { isSortKey, STARTS_DESCENDING, type View } from '@/utils/vault-view/view';

type Props = { view: View; onView: (view: View) => void };

/** The choice of the sort key, and the button that reverses the order. */
export function SortOrder({ view, onView }: Props) {
  const order = view.isDescending ? t('sort.descending') : t('sort.ascending');
  const sort = (key: string): void => {
    if (isSortKey(key)) onView({ ...view, sort: key, isDescending: STARTS_DESCENDING.has(key) });
  };
  return (
    <div class="order">
      <select aria-label={t('sort.label')} value={view.sort} onChange={event => sort(event.currentTarget.value)}>
        {SORT_KEYS.map(key => (
          <option key={key} value={key}>
            {nameOf(key, view)}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="button button--quiet"
        aria-label={order}
        title={order}
        onClick={() => onView({ ...view, isDescending: !view.isDescending })}
      >
        <OrderIcon isDescending={view.isDescending} />
      </button>
    </div>
  );
}

/** Reversed, what is recent doesn't come first any more. */
function nameOf(key: View['sort'], { sort, isDescending }: View): string {
  if (sort === key && !isDescending && (key === 'added' || key === 'created')) return t(`column.${key}`);
  return t(`sort.${key}`);
}
