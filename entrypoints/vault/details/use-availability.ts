import { useEffect, useState } from 'preact/hooks';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { VersionId } from '@/utils/civitai/ids';
import type { Result } from '@/utils/problem';
import type { VersionAvailability } from '@/utils/vault/version-availability';

/** The availability of a version; `undefined` until the site has answered. */
export function useAvailability(host: VaultHost, versionId: VersionId): Result<VersionAvailability> | undefined {
  const [answer, setAnswer] = useState<Result<VersionAvailability>>();
  useEffect(() => {
    let isOver = false;
    setAnswer(undefined);
    void host.versionAvailability(versionId).then(result => {
      if (!isOver) setAnswer(result);
    });
    return () => {
      isOver = true;
    };
  }, [host, versionId]);
  return answer;
}
