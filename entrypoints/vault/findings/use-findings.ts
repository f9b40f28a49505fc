import { useCallback, useEffect, useState } from 'preact/hooks';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { RadarFindings } from '@/utils/messages/radar';

/** What the comparison with the site has found; read again whenever the background announces a change of the vault. */
export function useFindings(host: VaultHost, session: string | undefined) {
  const [findings, setFindings] = useState<RadarFindings>();
  const read = useCallback(async (): Promise<void> => {
    const found = await host.readFindings();
    if (found.ok) setFindings(found.value);
  }, [host]);
  useEffect(() => {
    const ending = new AbortController();
    void read();
    host.onAnnouncement(({ announce }) => void (announce === 'facts' && read()), ending.signal);
    return () => ending.abort();
  }, [host, read]);
  return { findings: findings?.session === session ? findings : undefined, read };
}
