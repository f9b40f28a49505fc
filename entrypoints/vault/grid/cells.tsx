import { OutwardIcon } from '@/components/icons/control-icons';
import { Cover } from '@/entrypoints/vault/item/cover';
import { modelLabel, versionLabel } from '@/entrypoints/vault/item/item-labels';
import { modelPage } from '@/utils/civitai/site-links';
import { t } from '@/utils/texts/texts';
import type { MirroredItem } from '@/utils/vault/vault-item';
import './cells.css';

type SelectProps = {
  item: MirroredItem;
  isSelected: boolean;
  /** Returns whether the item is selected now: a range may leave it as it was. */
  onTick: (id: number, isRange: boolean) => boolean;
};

/** The checkbox of a row. */
export function SelectCell({ item, isSelected, onTick }: SelectProps) {
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      checked={isSelected}
      aria-label={t('row.select', { model: modelLabel(item), version: versionLabel(item) })}
      onClick={event => {
        event.stopPropagation();
        event.currentTarget.checked = onTick(item.id, event.shiftKey);
      }}
    />
  );
}

/** Cover, model, version and notes. */
export function ModelCell({ item, now }: { item: MirroredItem; now: number }) {
  return (
    <>
      <Cover item={item} now={now} />
      <span class="names">
        <span class="model-name" dir="auto">
          {modelLabel(item)}
        </span>
        <span class="version-line">
          <bdi class="version-name">{versionLabel(item)}</bdi>
          {item.notes && (
            <bdi class="version-notes" title={item.notes}>
              {item.notes}
            </bdi>
          )}
        </span>
      </span>
    </>
  );
}

/** The link to the model's page. */
export function OpenCell({ item }: { item: MirroredItem }) {
  return (
    <a
      class="button button--icon"
      tabIndex={-1}
      href={modelPage(item.modelId, item.modelVersionId)}
      target="_blank"
      rel="noreferrer"
      aria-label={t('row.open', { model: modelLabel(item) })}
      title={t('row.open.title')}
      onClick={event => event.stopPropagation()}
    >
      <OutwardIcon size={16} />
    </a>
  );
}
