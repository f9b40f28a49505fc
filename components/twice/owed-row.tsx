import { useEffect, useState } from 'preact/hooks';
import { modelPage } from '@/utils/civitai/site-links';
import { describeInFull } from '@/utils/sentences/sentences';
import type { VersionFact } from '@/utils/vault/membership';
import type { VersionAvailability } from '@/utils/vault/version-availability';
import { Status } from './status';
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
        <Status kind="busy" text="It was removed, and is being added again…" />
      ) : (
        <>
          <p class="twice-missing" role="alert">
            {describeOwed(fact, host.now())}
          </p>
          <div class="twice-buttons">
            <button type="button" class="button button--quiet" onClick={add}>
              {fact.owed === 'asking' ? 'Add it' : 'Try now'}
            </button>
            <button type="button" class="button button--quiet" onClick={() => void host.dismissOwed(versionId)}>
              Don’t add it
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
      <bdi>{version?.modelName ?? `Version ${versionId}`}</bdi> <bdi class="twice-version">{version?.versionName}</bdi>
    </>
  );
  if (version?.modelId === undefined) return <strong>{name}</strong>;
  return (
    <a href={modelPage(version.modelId, versionId)} target="_blank" rel="noreferrer">
      {name}
      <span class="visually-hidden"> (opens in a new tab)</span>
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
  if (owed === 'asking') return 'It was removed only to be added again, and then you signed out. Add it to this vault?';
  const why = problem ? ` ${describeInFull(problem, now)}` : '';
  return `It was removed to be added again, and isn’t back yet.${why} Vaulted tries again about once an hour.`;
}
