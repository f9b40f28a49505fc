import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';

type SiteAccess = { isWithheld: boolean; allow: () => void };

/** Whether the browser's user withheld the site. `allow` asks for it, and has to be called in a click; `granted` hears of a yes. */
export function useSiteAccess(host: PopupHost, granted: () => void): SiteAccess {
  const [isWithheld, setWithheld] = useState(false);
  useEffect(() => {
    void host.hasSiteAccess().then(has => setWithheld(!has));
  }, [host]);
  const allow = useCallback(() => {
    void host.requestSiteAccess().then(has => {
      setWithheld(!has);
      if (has) granted();
    });
  }, [host, granted]);
  return { isWithheld, allow };
}
