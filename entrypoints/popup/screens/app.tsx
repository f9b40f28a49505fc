import { useCallback, useRef, useState } from 'preact/hooks';
import { LoginButton } from '@/components/sign-in/login-button';
import { useLazy } from '@/components/use-lazy';
import { useNow } from '@/components/use-now';
import { screenOf } from '@/entrypoints/popup/account-state/screen';
import { useAccountActions } from '@/entrypoints/popup/account-state/use-account-actions';
import { useAccountState } from '@/entrypoints/popup/account-state/use-account-state';
import { useSiteAccess } from '@/entrypoints/popup/account-state/use-site-access';
import { useUsableLogin } from '@/entrypoints/popup/account-state/use-usable-login';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { CurrentPage } from '@/entrypoints/popup/page/current-page';
import type { Figures } from '@/utils/account/snapshot';
import { Header } from './header';
import { VaultScreen } from './vault-screen';
import '@/entrypoints/popup/popup.css';

const loadConnect = () => import('./connect-screen');
const loadWelcome = () => import('./connected-note');
const loadSettings = () => import('@/entrypoints/popup/settings/settings-section');

type Props = {
  host: PopupHost;
  /** The page was opened in a tab, to sign in. */
  isTab: boolean;
  /** The user wanted to change a vault that is read with the site's login. */
  isToChange?: boolean;
  /** The stored figures, if they could be read before the first frame. */
  figures?: Figures | undefined;
};

/** State and actions of the popup. */
function usePopup({ host, figures, isToChange = false }: Props) {
  const vault = useAccountState(host, figures);
  const main = useRef<HTMLElement>(null);
  // The form that had the focus is gone: the keyboard goes on from the top of the page.
  const startOver = useCallback(() => main.current?.focus(), []);
  const account = useAccountActions(vault, startOver);
  const access = useSiteAccess(host, vault.refresh);
  const screen = screenOf(vault.state);
  const snapshot = screen.kind === 'vault' ? screen.snapshot : undefined;
  const [isDeclined, setDeclined] = useState(false);
  return {
    main,
    vault,
    account,
    access,
    screen,
    now: useNow(host.now),
    snapshot,
    needsKey: isToChange && !isDeclined && snapshot?.isLogin === true,
    // The list first: a look whether it is old would make this one join.
    retry: (): void => {
      host.refreshList();
      void vault.refresh();
    },
    barrier: access.isWithheld ? { kind: 'host-not-granted' as const } : undefined,
    startAfresh: () => void host.startAfresh().then(vault.refresh),
    replaceKey: () => account.setReplacing(true),
    cancel: (): void => {
      account.setReplacing(false);
      setDeclined(true);
      startOver();
    },
  };
}

type Popup = ReturnType<typeof usePopup>;

/** The popup. */
export function App(props: Props) {
  const { host, isTab } = props;
  const popup = usePopup(props);
  const { main, vault, account, screen, snapshot, now } = popup;
  const isConnecting = screen.kind === 'sign-in' || account.isReplacing || popup.needsKey;
  const welcome = useLazy(account.isNew, loadWelcome);
  return (
    <main class="popup" ref={main} tabIndex={-1}>
      <Header
        asOf={isConnecting ? undefined : snapshot?.asOf}
        now={now}
        isRefreshing={vault.state.request !== undefined}
        onRefresh={isConnecting ? undefined : popup.retry}
      />
      {welcome && account.isNew && !isConnecting && snapshot && (
        <welcome.ConnectedNote
          snapshot={snapshot}
          onReplaceKey={popup.replaceKey}
          onClose={isTab ? () => void host.closeTab() : undefined}
        />
      )}
      {isConnecting ? <Connect host={host} isTab={isTab} popup={popup} /> : <Vault {...props} popup={popup} />}
    </main>
  );
}

type PartProps = Pick<Props, 'host' | 'isTab'> & { popup: Popup };

function Connect({ host, isTab, popup }: PartProps) {
  const connect = useLazy(true, loadConnect);
  const { screen, barrier, account, access, cancel, needsKey } = popup;
  const login = useUsableLogin(host, screen.kind === 'sign-in');
  if (!connect) return null;
  return (
    <connect.ConnectScreen
      reason={screen.kind === 'sign-in' ? screen.reason : needsKey ? { kind: 'needs-key' } : undefined}
      isReplacing={screen.kind !== 'sign-in'}
      barrier={barrier}
      isTab={isTab}
      now={host.now}
      login={login && <LoginButton {...login} onUse={account.showWithLogin} />}
      onSignIn={account.signIn}
      onOpenTab={() => void host.openTab()}
      onAllowSite={access.allow}
      onCancel={cancel}
    />
  );
}

function Vault({ host, isTab, popup }: PartProps) {
  const { screen, snapshot, barrier, retry, account, access, now, replaceKey } = popup;
  const settings = useLazy(snapshot !== undefined, loadSettings);
  if (screen.kind === 'sign-in') return null;
  return (
    <VaultScreen
      host={host}
      screen={screen}
      barrier={barrier}
      now={now}
      actions={{ retry, connect: replaceKey, 'allow-site': access.allow, 'start-afresh': popup.startAfresh }}
      isSigningOut={account.isSigningOut}
      onSignOut={() => void account.signOut()}
      page={!isTab && <CurrentPage host={host} session={snapshot?.session} />}
      settings={settings && <settings.SettingsSection host={host} snapshot={snapshot} onReplaceKey={replaceKey} />}
    />
  );
}
