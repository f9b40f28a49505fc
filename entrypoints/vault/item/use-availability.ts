import { useEffect, useState } from 'preact/hooks';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { VersionId } from '@/utils/civitai/ids';
import type { Result } from '@/utils/problem';
import type { VersionAvailability } from '@/utils/vault/version-availability';

/** What the site offers of a version; `undefined` while it is being asked. */
export function useAvailability(host: VaultHost, versionId: VersionId): Result<VersionAvailability> | undefined {
  const [offer, setOffer] = useState<Result<VersionAvailability>>();
  useEffect(() => {
    let isOver = false;
    setOffer(undefined);
    void host.offer(versionId).then(answer => {
      if (!isOver) setOffer(answer);
    });
    return () => {
      isOver = true;
    };
  }, [host, versionId]);
  return offer;
}
