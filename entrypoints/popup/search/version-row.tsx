import { SHORT_WORDS } from '@/utils/sentences/state-words';
import type { VaultState } from '@/utils/vault/membership';
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
};

/** A version of the vault as a link to its model; names of any length and direction. */
export function VersionRow({ href, modelName, versionName, state, note }: Props) {
  const name = modelName || 'Added a moment ago';
  return (
    <a
      class="version-row"
      href={href}
      target="_blank"
      rel="noreferrer"
      title={[name, versionName, note].filter(Boolean).join(', ')}
    >
      <StateIcon state={state} />
      <bdi class="version-model">{name}</bdi> <bdi class="version-name">{versionName}</bdi>{' '}
      {state === 'in' ? (
        <span class="visually-hidden">{SHORT_WORDS[state]}</span>
      ) : (
        <span class="version-state" data-state={state}>
          {SHORT_WORDS[state]}
        </span>
      )}
      <span class="visually-hidden"> (opens in a new tab)</span>
    </a>
  );
}
