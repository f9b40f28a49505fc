import { FreeUpLink, SpaceNote } from '@/components/space/space-note';
import { Text } from '@/components/text';
import type { Problem } from '@/utils/problem';
import { describeBriefly } from '@/utils/sentences/describe-problem';
import { formatAge, formatKb } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
import type { ShownEntry } from '@/utils/vault/history';
import type { Adding } from './use-history';
import './history.css';

type Props = {
  entries: readonly ShownEntry[];
  adding: Adding;
  /** Epoch ms. */
  now: number;
  /** What is free in the vault, KB. */
  freeKb: number | undefined;
  onAdd: (entry: ShownEntry) => void;
};

/** Removals and additions, the newest first. */
export function HistoryList({ entries, adding, now, freeKb, onAdd }: Props) {
  return (
    <ul class="history">
      {entries.map(entry => (
        <Row key={entry.id} {...{ entry, now, freeKb }} state={adding.get(entry.id)} onAdd={() => onAdd(entry)} />
      ))}
    </ul>
  );
}

type RowProps = Pick<Props, 'now' | 'freeKb'> & {
  entry: ShownEntry;
  state: 'working' | Problem | undefined;
  onAdd: () => void;
};

function Row({ entry, state, now, freeKb, onAdd }: RowProps) {
  const { act, place, at, end, versionId, modelId, sizeKb } = entry;
  const wanted = { versionId, ...(modelId !== undefined && { modelId }) };
  const problem = state && state !== 'working' ? state : typeof end === 'object' ? end : undefined;
  return (
    <li class="history-row" data-act={act}>
      <p class="history-name">
        <Name entry={entry} />
      </p>
      <p class="history-what">
        {end === 'undone'
          ? t('history.undone')
          : t(`history.${act}.${end === 'done' ? 'done' : end ? 'missed' : 'open'}`)}{' '}
        {t(`history-place.${place}`, { age: formatAge(at, now) })}
      </p>
      {problem && (
        <p class="history-missed">
          {describeBriefly(problem, now)}{' '}
          {problem.kind === 'over-quota' && (
            <FreeUpLink asked={{ neededKb: Math.max(problem.sizeKb ?? 0, sizeKb ?? 0), wanted }} />
          )}
        </p>
      )}
      {entry.canAdd && !problem && <SpaceNote size={{ sizeKb, freeKb }} wanted={wanted} />}
      {entry.canAdd && (
        <button type="button" class="button button--quiet" aria-disabled={state === 'working'} onClick={onAdd}>
          {t(state === 'working' ? 'history.adding' : 'history.add-again')}
        </button>
      )}
    </li>
  );
}

function Name({ entry: { versionId, modelName, versionName, sizeKb } }: { entry: ShownEntry }) {
  if (!modelName) return <Text id="confirm.unnamed" values={{ id: String(versionId) }} />;
  const version = <bdi>{versionName || String(versionId)}</bdi>;
  const model = <strong dir="auto">{modelName}</strong>;
  if (sizeKb === undefined) return <Text id="version.of-model" values={{ version, model }} />;
  return <Text id="dialog.version-sized" values={{ version, model, size: formatKb(sizeKb) }} />;
}
