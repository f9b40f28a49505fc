import { NewTab } from '@/components/new-tab';
import { shortLabel } from '@/utils/sentences/state-labels';
import { t } from '@/utils/texts/texts';
import type { VaultState } from '@/utils/vault/membership';
import { CopyButtons } from './copy-buttons';
import { StateIcon } from './state-icon';
import './version-row.css';

type Props = {
  href: string;
  /** Empty until the site has listed the item. */
  modelName: string;
  versionName: string;
  state: VaultState;
  /** More about it, such as its creator. */
  note?: string;
  air: string;
  onCopy: (text: string) => Promise<boolean>;
};

function titleOf(model: string, version: string, note: string | undefined): string {
  const [first, second] = [version, note].filter(Boolean);
  if (!first) return model;
  if (!second) return t('version.names', { model, version: first });
  return t('version.names-note', { model, version: first, note: second });
}

/** A version of the vault as a link to its model, with its state and what can be copied; names of any length and direction. */
export function VersionRow({ href, modelName, versionName, state, note, air, onCopy }: Props) {
  const name = modelName || t('version.new');
  return (
    <div class="version-row">
      <a href={href} target="_blank" rel="noreferrer" title={titleOf(name, versionName, note)}>
        <StateIcon state={state} />
        <bdi class="version-model">{name}</bdi> <bdi class="version-name">{versionName}</bdi>{' '}
        {state === 'in' ? (
          <span class="visually-hidden">{shortLabel(state)}</span>
        ) : (
          <span class="version-state" data-state={state}>
            {shortLabel(state)}
          </span>
        )}
        <NewTab />
      </a>
      <CopyButtons link={href} air={air} model={name} onCopy={onCopy} />
    </div>
  );
}
