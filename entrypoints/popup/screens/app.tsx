import { useCallback, useRef, useState } from 'preact/hooks';
import { useNow } from '@/components/use-now';
import { screenOf } from '@/entrypoints/popup/account-state/account-state';
import { useAccountState } from '@/entrypoints/popup/account-state/use-account-state';
import { useSiteAccess } from '@/entrypoints/popup/account-state/use-site-access';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { CurrentPage } from '@/entrypoints/popup/page/current-page';
import { useLazy } from '@/entrypoints/popup/use-lazy';
import type { Connection } from '@/utils/account/account';
import type { Figures } from '@/utils/account/snapshot';
import type { Result } from '@/utils/problem';
import { Header } from './header';
import { VaultScreen } from './vault-screen';
import '@/entrypoints/popup/popup.css';

const loadConnect = () => import('./connect-screen');
const loadWelcome = () => import('./connected-note');
const loadSettings = () => import('@/entrypoints/popup/settings/settings-section');

/** Signing in and out from this page, and which of the two is going on. */
function useAccount(vault: Pick<ReturnType<typeof useAccountState>, 'signIn' | 'signOut'>, settled: () => void) {
  const [isReplacing, setReplacing] = useState(false);
  const [isNew, setNew] = useState(false);
  const [isSigningOut, setSigningOut] = useState(false);
  const signIn = async (key: string, isBrief: boolean): Promise<Result<Connection>> => {
    const result = await vault.signIn(key, isBrief);
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

type Props = {
  host: PopupHost;
  /** The same page was opened in a tab, to sign in. */
  isTab: boolean;
  /** What was last known, where it could be read before the first frame. */
  figures?: Figures | undefined;
};

/** The popup. */
export function App({ host, isTab, figures }: Props) {
  const vault = useAccountState(host, figures);
  const main = useRef<HTMLElement>(null);
  // The form that had the focus is gone: carry on from the top of the page.
  const startOver = useCallback(() => main.current?.focus(), []);
  const account = useAccount(vault, startOver);
  const cancel = (): void => {
    account.setReplacing(false);
    startOver();
  };
  const access = useSiteAccess(host, vault.refresh);
  const now = useNow(host.now);
  const screen = screenOf(vault.story);
  const barrier = access.isWithheld ? { kind: 'host-not-granted' as const } : undefined;
  const isConnecting = screen.kind === 'sign-in' || account.isReplacing;
  const snapshot = screen.kind === 'vault' ? screen.snapshot : undefined;
  const connect = useLazy(isConnecting, loadConnect);
  const welcome = useLazy(account.isNew, loadWelcome);
  const settings = useLazy(snapshot !== undefined, loadSettings);
  return (
    <main class="popup" ref={main} tabIndex={-1}>
      <Header
        asOf={!isConnecting && screen.kind === 'vault' ? screen.snapshot.asOf : undefined}
        now={now}
        isRefreshing={vault.story.isRefreshing}
        onRefresh={isConnecting ? undefined : () => void vault.refresh()}
      />
      {welcome && account.isNew && !isConnecting && snapshot && (
        <welcome.ConnectedNote
          snapshot={snapshot}
          onReplaceKey={() => account.setReplacing(true)}
          onClose={isTab ? () => void host.closeTab() : undefined}
        />
      )}
      {isConnecting && connect && (
        <connect.ConnectScreen
          reason={screen.kind === 'sign-in' ? screen.reason : undefined}
          isReplacing={screen.kind !== 'sign-in'}
          barrier={barrier}
          isTab={isTab}
          now={host.now}
          onSignIn={account.signIn}
          onOpenTab={() => void host.openTab()}
          onAllowSite={access.allow}
          onCancel={cancel}
        />
      )}
      {!isConnecting && (
        <VaultScreen
          host={host}
          screen={screen}
          barrier={barrier}
          now={now}
          help={{
            retry: () => void vault.refresh(),
            connect: () => account.setReplacing(true),
            'allow-site': access.allow,
          }}
          isSigningOut={account.isSigningOut}
          onSignOut={account.signOut}
          page={!isTab && <CurrentPage host={host} session={snapshot?.session} />}
          settings={
            settings && (
              <settings.SettingsSection
                host={host}
                snapshot={snapshot}
                onReplaceKey={() => account.setReplacing(true)}
              />
            )
          }
        />
      )}
    </main>
  );
}
