import { useEffect, useState } from 'preact/hooks';
import type { VersionId } from '@/utils/ids';
import type { Result } from '@/utils/problem';
import type { VersionOffer } from '@/utils/version-offer';
import type { VaultHost } from './vault-host';

/** What the site offers of a version; `undefined` while it is being asked. */
export function useOffer(host: VaultHost, versionId: VersionId): Result<VersionOffer> | undefined {
  const [offer, setOffer] = useState<Result<VersionOffer>>();
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
