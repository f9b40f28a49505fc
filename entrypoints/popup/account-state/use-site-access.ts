import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';

type SiteAccess = { isWithheld: boolean; allow: () => void };

/** Whether the browser's user withholds the site. `allow` asks for access: call it in a click; `onGranted` follows a yes. */
export function useSiteAccess(host: PopupHost, onGranted: () => void): SiteAccess {
  const [isWithheld, setWithheld] = useState(false);
  useEffect(() => {
    void host.hasSiteAccess().then(has => setWithheld(!has));
  }, [host]);
  const allow = useCallback(() => {
    void host.requestSiteAccess().then(has => {
      setWithheld(!has);
      if (has) onGranted();
    });
  }, [host, onGranted]);
  return { isWithheld, allow };
}
