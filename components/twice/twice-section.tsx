import { t } from '@/utils/texts/texts';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import { twiceOf } from '@/utils/vault/twice';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { OwedRow } from './owed-row';
import { TwiceRow } from './twice-row';
import { type KeepOneHost, useKeepOne } from './use-keep-one';
import './twice.css';

type Props = {
  host: KeepOneHost;
  /** The sign-in whose vault is shown. */
  session: string | undefined;
  items: readonly MirroredItem[];
  facts: Iterable<VersionFact>;
};

/** Versions that are in the vault more than once, and those that left it only to be added again. */
export function TwiceSection({ host, session, items, facts }: Props) {
  const { touched, actionsFor } = useKeepOne(host, session);
  const owed = [...facts].filter(fact => fact.owed && !isInVault(fact.state));
  const isOwed = new Set(owed.map(({ versionId }) => versionId));
  // One that is being worked on stays, although it has left the list.
  const rows = [...touched.values()].filter(
    ({ twice, state }) => state.kind !== 'missed' || !isOwed.has(twice.versionId),
  );
  const shown = new Set(rows.map(({ twice }) => twice.versionId));
  const others = twiceOf(items).filter(({ versionId }) => !shown.has(versionId) && !isOwed.has(versionId));
  const missing = owed.filter(({ versionId }) => !shown.has(versionId));
  if (rows.length + others.length + missing.length === 0) return null;
  return (
    <section class="twice" aria-labelledby="twice">
      <h2 id="twice">{titleOf(others.length + rows.length, missing.length)}</h2>
      <ul>
        {missing.map(fact => (
          <OwedRow key={fact.versionId} host={host} session={session} fact={fact} />
        ))}
        {rows.map(({ twice, state }) => (
          <TwiceRow key={twice.versionId} twice={twice} state={state} actions={actionsFor(twice)} />
        ))}
        {others.map(twice => (
          <TwiceRow key={twice.versionId} twice={twice} state={{ kind: 'idle' }} actions={actionsFor(twice)} />
        ))}
      </ul>
    </section>
  );
}

function titleOf(twice: number, owed: number): string {
  if (twice === 0) return t('twice.title-owed');
  return t(owed === 0 ? 'twice.title' : 'panel.twice');
}
