import { useEffect, useState } from 'preact/hooks';
import { Text } from '@/components/text';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { VersionId } from '@/utils/civitai/ids';
import type { Result } from '@/utils/problem';
import { describeInFull } from '@/utils/sentences/describe-problem';
import { describeSpace } from '@/utils/sentences/space-sentences';
import { t } from '@/utils/texts/texts';
import { judgeFit } from '@/utils/vault/fit';
import type { VersionFact } from '@/utils/vault/membership';
import type { VersionAvailability } from '@/utils/vault/version-availability';
import type { WantedVersion } from '@/utils/vault-view/free-up-url';

/** What the site calls the version; `undefined` until it has said so. */
function useWanted(host: VaultHost, versionId: VersionId): VersionAvailability | undefined {
  const [found, setFound] = useState<VersionAvailability>();
  useEffect(() => {
    void host.versionAvailability(versionId).then(answer => answer.ok && setFound(answer.value));
  }, [host, versionId]);
  return found;
}

/** The version that the space is for. */
export function WantedName({ host, versionId }: { host: VaultHost; versionId: VersionId }) {
  const found = useWanted(host, versionId);
  if (!found?.modelName || !found.versionName) return null;
  const [version, model] = [<bdi key="v">{found.versionName}</bdi>, <bdi key="m">{found.modelName}</bdi>];
  return (
    <p>
      <Text id="free-up.for" values={{ version, model }} />
    </p>
  );
}

type Props = { host: VaultHost; session: string; version: WantedVersion; freeKb: number | undefined; now: number };

/** The addition that needed the space, offered again: it may fit now. */
export function AddWanted({ host, session, version, freeKb, now }: Props) {
  const found = useWanted(host, version.versionId);
  const [result, setResult] = useState<Result<VersionFact> | 'asking'>();
  const name = found?.versionName ?? String(version.versionId);
  const add = async (): Promise<void> => {
    setResult('asking');
    const { modelName, versionName, need } = found ?? {};
    const names = modelName && versionName ? { modelName, versionName } : {};
    setResult(await host.add(session, { ...version, ...names, ...(need && { need }) }));
  };
  if (result === undefined || result === 'asking') {
    const isAsking = result === 'asking';
    const space = describeSpace({ need: found?.need, sizeKb: found?.sizeKb, freeKb });
    const cannotFit = judgeFit(found?.need, freeKb) === 'cannot-fit';
    return (
      <>
        <button
          type="button"
          class={`button ${cannotFit ? 'button--quiet ' : ''}free-up-add`}
          aria-disabled={isAsking}
          onClick={() => isAsking || void add()}
        >
          <span>
            <Text id="free-up.add" values={{ version: <bdi>{name}</bdi> }} />
          </span>
        </button>
        {space && <p class="note">{space}</p>}
      </>
    );
  }
  const problem = result.ok ? result.value.problem : result.problem;
  return (
    <p role="status" class={problem && 'note'} data-tone={problem && 'warning'}>
      {problem ? describeInFull(problem, now) : t('free-up.added', { version: name })}
    </p>
  );
}
