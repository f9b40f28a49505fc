import { useState } from 'preact/hooks';
import { Dialog } from '@/entrypoints/vault/dialog/dialog';
import { Options } from '@/entrypoints/vault/export/options';
import { COLUMNS, columnsWithoutRoom, OPTIONAL_COLUMNS, type OptionalColumn } from '@/entrypoints/vault/grid/columns';
import { t } from '@/utils/texts/texts';
import type { Layout } from './layout';
import { measureGrid } from './use-grid-width';

const DENSITIES = ['roomy', 'compact'] as const satisfies readonly Layout['density'][];

type Props = {
  layout: Layout;
  onLayout: (layout: Layout) => void;
  onClose: () => void;
};

/** The choice of the rows' height and of the columns. Each change shows at once behind the dialog. */
export function LayoutDialog({ layout, onLayout, onClose }: Props) {
  const [rem] = useState(() => measureGrid(document.querySelector('.grid')).rem);
  const toggle = (name: OptionalColumn): void => {
    const others = layout.hidden.filter(each => each !== name);
    onLayout({ ...layout, hidden: others.length < layout.hidden.length ? others : [...others, name] });
  };
  const footer = (
    <button type="button" class="button" onClick={onClose}>
      {t('action.done')}
    </button>
  );
  return (
    <Dialog place="middle" title={t('layout.title')} onClose={onClose} footer={footer}>
      <Options
        name="density"
        legend={t('layout.rows')}
        options={DENSITIES.map(value => ({
          value,
          title: t(`layout.${value}`),
          lead: t(`layout.${value}.lead`),
        }))}
        chosen={layout.density}
        onChoose={density => onLayout({ ...layout, density })}
      />
      <Columns
        layout={layout}
        withoutRoom={rem > 0 ? columnsWithoutRoom(rem, layout.hidden, layout.density === 'compact') : []}
        onToggle={toggle}
      />
    </Dialog>
  );
}

type ColumnsProps = {
  layout: Layout;
  /** Columns that the list has no room for. */
  withoutRoom: readonly OptionalColumn[];
  onToggle: (name: OptionalColumn) => void;
};

function Columns({ layout, withoutRoom, onToggle }: ColumnsProps) {
  const inOrder = COLUMNS.flatMap(({ name }) => OPTIONAL_COLUMNS.filter(each => each === name));
  return (
    <fieldset class="options">
      <legend>{t('layout.columns')}</legend>
      {inOrder.map(name => (
        <label key={name}>
          <input type="checkbox" checked={!layout.hidden.includes(name)} onChange={() => onToggle(name)} />
          <span>
            {t(`column.${name}`)} {withoutRoom.includes(name) && <span class="option-lead">{t('layout.no-room')}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
