import type { ComponentChildren } from 'preact';
import { t } from '@/utils/texts/texts';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import { twiceOf } from '@/utils/vault/twice';
import type { MirroredItem } from '@/utils/vault/vault-item';
import { OwedRow } from './owed-row';
import { TwiceRow } from './twice-row';
import { type KeepOneHost, type Touched, useKeepOne } from './use-keep-one';
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
  const { rows, others, returning, refused } = sortOut(touched, items, facts);
  const rowOf = (fact: VersionFact) => <OwedRow key={fact.versionId} host={host} session={session} fact={fact} />;
  return (
    <>
      {rows.length + others.length + returning.length > 0 && (
        <Part id="twice" title={titleOf(others.length + rows.length, returning.length)}>
          {returning.map(rowOf)}
          {rows.map(({ twice, state }) => (
            <TwiceRow key={twice.versionId} twice={twice} state={state} actions={actionsFor(twice)} />
          ))}
          {others.map(twice => (
            <TwiceRow key={twice.versionId} twice={twice} state={{ kind: 'idle' }} actions={actionsFor(twice)} />
          ))}
        </Part>
      )}
      {refused.length > 0 && (
        <Part id="twice-out" title={t('state.out.status')}>
          {refused.map(rowOf)}
        </Part>
      )}
    </>
  );
}

/** Which versions have rows, each in one list alone. */
function sortOut(touched: Touched, items: readonly MirroredItem[], facts: Iterable<VersionFact>) {
  const owed = [...facts].filter(fact => fact.owed && !isInVault(fact.state));
  const isOwed = new Set(owed.map(({ versionId }) => versionId));
  // One that is being worked on stays, although it has left the list.
  const rows = [...touched.values()].filter(
    ({ twice, state }) => state.kind !== 'missed' || !isOwed.has(twice.versionId),
  );
  const shown = new Set(rows.map(({ twice }) => twice.versionId));
  const others = twiceOf(items).filter(({ versionId }) => !shown.has(versionId) && !isOwed.has(versionId));
  const missing = owed.filter(({ versionId }) => !shown.has(versionId));
  return { rows, others, returning: missing.filter(fact => !isRefused(fact)), refused: missing.filter(isRefused) };
}

/** The site doesn't give it to the user any more, at least for now: nothing says that it is on its way back. */
function isRefused({ activity, problem }: VersionFact): boolean {
  return !activity && problem?.kind === 'not-available';
}

function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="twice" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function titleOf(twice: number, owed: number): string {
  if (twice === 0) return t('twice.title-owed');
  return t(owed === 0 ? 'twice.title' : 'panel.twice');
}
