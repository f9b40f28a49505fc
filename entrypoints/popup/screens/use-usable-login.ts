import { useEffect, useState } from 'preact/hooks';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { UsableLogin } from '@/utils/account/usable-login';

/** The login on civitai.com that could show the vault, asked anew whenever the page comes to the front. `isWanted`: ask at all. */
export function useUsableLogin(host: Pick<PopupHost, 'usableLogin'>, isWanted: boolean): UsableLogin {
  const [login, setLogin] = useState<UsableLogin>({});
  useEffect(() => {
    if (!isWanted) return;
    const ending = new AbortController();
    const look = async (): Promise<void> => {
      const found = await host.usableLogin();
      if (!ending.signal.aborted) setLogin(found);
    };
    void look();
    // The user may have logged in on the site meanwhile.
    addEventListener('focus', () => void look(), { signal: ending.signal });
    return () => ending.abort();
  }, [host, isWanted]);
  return isWanted ? login : {};
}
