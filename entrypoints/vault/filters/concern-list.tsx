import { t } from '@/utils/texts/texts';
import { CONCERNS, type Concerned } from '@/utils/vault-view/concerns';
import { toggleConcern, type View } from '@/utils/vault-view/view';
import { FacetList } from './facet-list';

type Props = { view: View; concerned: Concerned; onView: (view: View) => void };

/** The filters for what may need the user; none where nothing does. */
export function ConcernList({ view, concerned, onView }: Props) {
  const counts = CONCERNS.flatMap(value => {
    const count = concerned[value].size;
    return count > 0 || view.concerns.includes(value) ? [{ value, count, total: count }] : [];
  });
  return (
    <FacetList
      title={t('filter.concerns')}
      counts={counts}
      chosen={view.concerns}
      labelOf={value => t(`concern.${CONCERNS.find(each => each === value) ?? 'newer'}`)}
      onToggle={value => onView(toggleConcern(view, value))}
    />
  );
}
