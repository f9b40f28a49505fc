import { useEffect, useState } from 'preact/hooks';
import { NewTab } from '@/components/new-tab';
import { Status } from '@/components/remedy/status';
import { modelPage } from '@/utils/civitai/site-links';
import { describeInFull } from '@/utils/sentences/describe-problem';
import { joinSentences } from '@/utils/sentences/sentences';
import { t } from '@/utils/texts/texts';
import type { VersionFact } from '@/utils/vault/membership';
import type { VersionAvailability } from '@/utils/vault/version-availability';
import type { KeepOneHost } from './use-keep-one';

type Props = { host: KeepOneHost; session: string | undefined; fact: VersionFact };

/** A version that was removed only to be added again, and isn't back yet. */
export function OwedRow({ host, session, fact }: Props) {
  const { versionId } = fact;
  const version = useVersion(host, versionId);
  const add = (): void => {
    if (session !== undefined) void host.addOwed(session, versionId, version?.modelId);
  };
  return (
    <li class="twice-row" data-version={versionId}>
      <Name versionId={versionId} version={version} />
      {fact.activity ? (
        <Status kind="busy" text={t('owed.working')} />
      ) : (
        <>
          <p class="twice-missing" role="alert">
            {describeOwed(fact, host.now())}
          </p>
          <div class="twice-buttons">
            <button type="button" class="button button--quiet" onClick={add}>
              {t(fact.owed === 'asking' ? 'owed.add' : 'owed.try-now')}
            </button>
            <button type="button" class="button button--quiet" onClick={() => void host.dismissOwed(versionId)}>
              {t('owed.dismiss')}
            </button>
          </div>
        </>
      )}
    </li>
  );
}

function Name({
  versionId,
  version,
}: {
  versionId: VersionFact['versionId'];
  version: VersionAvailability | undefined;
}) {
  const name = (
    <>
      <bdi>{version?.modelName ?? t('version.unnamed', { id: `${versionId}` })}</bdi>{' '}
      <bdi class="twice-version">{version?.versionName}</bdi>
    </>
  );
  if (version?.modelId === undefined) return <strong>{name}</strong>;
  return (
    <a href={modelPage(version.modelId, versionId)} target="_blank" rel="noreferrer">
      {name}
      <NewTab />
    </a>
  );
}

/** What the site calls it: the vault no longer has its names. */
function useVersion(host: KeepOneHost, versionId: VersionFact['versionId']): VersionAvailability | undefined {
  const [version, setVersion] = useState<VersionAvailability>();
  useEffect(() => {
    let isOver = false;
    void host.versionAvailability(versionId).then(answer => {
      if (!isOver && answer.ok) setVersion(answer.value);
    });
    return () => {
      isOver = true;
    };
  }, [host, versionId]);
  return version;
}

function describeOwed({ owed, problem }: VersionFact, now: number): string {
  if (owed === 'asking') return t('owed.ask');
  return joinSentences(t('owed.missing'), problem && describeInFull(problem, now), t('owed.retry'));
}
