import { useEffect, useState } from 'preact/hooks';
import type { VaultHost } from '@/entrypoints/vault/host/vault-host';
import type { SiteAccount } from '@/utils/account/site-account';

/** The account that is logged in on the site; asked again whenever the user comes back to this tab, perhaps from logging in. */
export function useSiteAccount(host: VaultHost): SiteAccount | 'asking' | 'failed' {
  const [siteAccount, setSiteAccount] = useState<SiteAccount | 'asking' | 'failed'>('asking');
  useEffect(() => {
    let latest = 0;
    const ask = async (): Promise<void> => {
      latest += 1;
      const own = latest;
      const answer = await host.siteAccount();
      if (own === latest) setSiteAccount(answer.ok ? answer.value : 'failed');
    };
    const askAgain = (): void => {
      if (document.visibilityState === 'visible') void ask();
    };
    void ask();
    document.addEventListener('visibilitychange', askAgain);
    return () => {
      latest = Number.NaN;
      document.removeEventListener('visibilitychange', askAgain);
    };
  }, [host]);
  return siteAccount;
}
