import { useRef } from 'preact/hooks';
import { Text } from '@/components/text';
import type { MenuResult, OpenRemoval } from '@/utils/messages/protocol';
import { describeBriefly } from '@/utils/sentences/describe-problem';
import { formatAge } from '@/utils/texts/format';
import { formatNumber } from '@/utils/texts/language';
import { t, tn } from '@/utils/texts/texts';
import { type RemovalsHost, useOpenRemovals } from './use-open-removals';
import { useSeconds } from './use-seconds';
import './open-removals.css';

/** Rows shown; what follows is counted. */
const MOST_ROWS = 5;

/** Removals that can still be taken back, wherever they were asked for, and those that were not sent; with `hasResults` the last results of menu and keys. Nothing where there are none. */
export function OpenRemovals({ host, hasResults = true }: { host: RemovalsHost; hasResults?: boolean }) {
  const { waiting, unsent, results, change } = useOpenRemovals(host);
  const section = useRef<HTMLElement>(null);
  if (waiting.length + unsent.length === 0 && !(hasResults && results.length > 0)) return null;
  // The button that had the focus goes with its row.
  const act = (removals: readonly OpenRemoval[], how: 'undo' | 'now'): void => {
    section.current?.closest('main')?.focus();
    void change(
      removals.map(({ fact }) => fact.versionId),
      how,
    );
  };
  return (
    <section class="open-removals" aria-label={t('open-removals.label')} ref={section}>
      {waiting.length > 0 && <Waiting host={host} waiting={waiting} act={act} />}
      {unsent.slice(0, MOST_ROWS).map(removal => (
        <div class="open-removal" key={removal.fact.versionId} data-tone="warning">
          <p>
            <Name removal={removal} />
            <span class="open-removal-why">
              {removal.fact.problem && describeBriefly(removal.fact.problem, host.now())}
            </span>
          </p>
          <button type="button" class="button button--quiet" onClick={() => act([removal], 'undo')}>
            {t('open-removals.read')}
          </button>
        </div>
      ))}
      {hasResults && results.length > 0 && <Results results={results} now={host.now()} />}
    </section>
  );
}

function Results({ results, now }: { results: readonly MenuResult[]; now: number }) {
  return (
    <ul class="results" aria-label={t('results.label')}>
      {results.map(({ at, text, isProblem }) => (
        <li key={at} data-tone={isProblem ? 'warning' : 'calm'}>
          <span dir="auto">{text}</span> <span class="results-age">{formatAge(at, now)}</span>
        </li>
      ))}
    </ul>
  );
}

type WaitingProps = {
  host: RemovalsHost;
  waiting: readonly OpenRemoval[];
  act: (removals: readonly OpenRemoval[], how: 'undo' | 'now') => void;
};

function Waiting({ host, waiting, act }: WaitingProps) {
  const until = Math.min(...waiting.map(({ fact }) => fact.activity?.until ?? host.now()));
  const seconds = useSeconds(until, host.now);
  const isOne = waiting.length === 1;
  return (
    <div class="open-removal" data-tone="calm">
      <p>
        <strong>{headOf(waiting.length, seconds)}</strong>
        {waiting.slice(0, MOST_ROWS).map(removal => (
          <Name key={removal.fact.versionId} removal={removal} />
        ))}
        {waiting.length > MOST_ROWS && <span>{tn('removal.rest', waiting.length - MOST_ROWS)}</span>}
      </p>
      <div class="open-removal-actions">
        <button type="button" class="button" onClick={() => act(waiting, 'undo')}>
          {t(isOne ? 'action.undo' : 'open-removals.undo-all')}
        </button>
        <button type="button" class="button button--quiet" onClick={() => act(waiting, 'now')}>
          {t('open-removals.now')}
        </button>
      </div>
    </div>
  );
}

function headOf(count: number, seconds: number): string {
  if (seconds === 0) return tn('open-removals.soon', count);
  return tn('open-removals.in', count, { seconds: formatNumber(seconds) });
}

function Name({ removal: { fact, modelName, versionName } }: { removal: OpenRemoval }) {
  const { versionId } = fact;
  if (!modelName)
    return (
      <span class="open-removal-name">
        <Text id="confirm.unnamed" values={{ id: String(versionId) }} />
      </span>
    );
  const version = <bdi>{versionName || String(versionId)}</bdi>;
  return (
    <span class="open-removal-name">
      <Text id="version.of-model" values={{ version, model: <bdi>{modelName}</bdi> }} />
    </span>
  );
}
