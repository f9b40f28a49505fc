import { useEffect, useRef } from 'preact/hooks';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { VersionId } from '@/utils/civitai/ids';
import { type Run, removeAll } from './remove-all';

/** Runs removals one after the other; unmounting stops what hasn't been sent. */
export function useRun(host: VaultHost, session: string, report: Run['report']) {
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);
  return {
    run: (versionIds: readonly VersionId[]) => {
      running.current = new AbortController();
      return removeAll({ host, session, versionIds, report, signal: running.current.signal });
    },
    stop: (): void => running.current.abort(),
  };
}
