import { useCallback, useRef, useState } from 'preact/hooks';
import { useNow } from '@/components/use-now';
import type { Connection } from '@/utils/account';
import type { Result } from '@/utils/problem';
import { ConnectScreen } from './connect-screen';
import { ConnectedNote } from './connected-note';
import { CurrentPage } from './current-page';
import { Header } from './header';
import { problemNotice } from './notices';
import type { PopupHost } from './popup-host';
import { SettingsSection } from './settings-section';
import { useSiteAccess } from './use-site-access';
import { useVault } from './use-vault';
import { VaultScreen } from './vault-screen';
import { screenOf } from './vault-story';
import './popup.css';

/** Signing in and out from this page, and which of the two is going on. */
function useAccount(vault: Pick<ReturnType<typeof useVault>, 'signIn' | 'signOut'>, settled: () => void) {
  const [isReplacing, setReplacing] = useState(false);
  const [isNew, setNew] = useState(false);
  const [isSigningOut, setSigningOut] = useState(false);
  const signIn = async (key: string): Promise<Result<Connection>> => {
    const result = await vault.signIn(key);
    if (!result.ok) return result;
    setReplacing(false);
    setNew(true);
    settled();
    return result;
  };
  const signOut = async (): Promise<void> => {
    setSigningOut(true);
    await vault.signOut();
    setSigningOut(false);
    setNew(false);
  };
  return { isReplacing, setReplacing, isNew, isSigningOut, signIn, signOut: () => void signOut() };
}

/** The popup; `isTab` when the same page was opened in a tab, to sign in. */
export function App({ host, isTab }: { host: PopupHost; isTab: boolean }) {
  const vault = useVault(host);
  const main = useRef<HTMLElement>(null);
  // The form that had the focus is gone: carry on from the top of the page.
  const account = useAccount(
    vault,
    useCallback(() => main.current?.focus(), []),
  );
  const access = useSiteAccess(host, vault.refresh);
  const now = useNow(host.now);
  const screen = screenOf(vault.story);
  const barrier = access.isWithheld ? problemNotice({ kind: 'host-not-granted' }, now) : undefined;
  const isConnecting = screen.kind === 'sign-in' || account.isReplacing;
  return (
    <main class="popup" ref={main} tabIndex={-1}>
      <Header
        asOf={!isConnecting && screen.kind === 'vault' ? screen.snapshot.asOf : undefined}
        now={now}
        isRefreshing={vault.story.isRefreshing}
        onRefresh={isConnecting ? undefined : () => void vault.refresh()}
      />
      {isTab && account.isNew && !isConnecting && <ConnectedNote onClose={() => void host.closeTab()} />}
      {isConnecting ? (
        <ConnectScreen
          reason={screen.kind === 'sign-in' ? screen.reason : undefined}
          isReplacing={screen.kind !== 'sign-in'}
          barrier={barrier}
          now={host.now}
          onSignIn={account.signIn}
          onAllowSite={access.allow}
          onCancel={() => account.setReplacing(false)}
        />
      ) : (
        <VaultScreen
          screen={screen}
          barrier={barrier}
          now={now}
          actions={{
            retry: () => void vault.refresh(),
            replaceKey: () => account.setReplacing(true),
            allowSite: access.allow,
          }}
          isSigningOut={account.isSigningOut}
          onSignOut={account.signOut}
        >
          {!isTab && (
            <CurrentPage host={host} session={screen.kind === 'vault' ? screen.snapshot.session : undefined} />
          )}
          <SettingsSection host={host} />
        </VaultScreen>
      )}
    </main>
  );
}
