import { useLazy } from '@/components/use-lazy';
import { isUncertain } from '@/entrypoints/popup/account-state/screen';
import { usePopup } from '@/entrypoints/popup/account-state/use-popup';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { CurrentPage } from '@/entrypoints/popup/page/current-page';
import type { PanelName } from '@/entrypoints/popup/panels/panel';
import type { Figures } from '@/utils/account/snapshot';
import { freeUpPage, moreSpace } from '@/utils/vault-view/free-up-url';
import { Header } from './header';
import { VaultScreen } from './vault-screen';
import '@/entrypoints/popup/popup.css';
import '@/entrypoints/popup/fit.css';

const loadConnect = () => import('./connect-screen');
const loadWelcome = () => import('./connected-note');
const loadPanels = () => import('@/entrypoints/popup/panels/panels');

type Props = {
  host: PopupHost;
  /** The page was opened in a tab, to sign in. */
  isTab: boolean;
  /** The user wanted to change a vault that is read with the site's login. */
  isToChange?: boolean;
  /** The panel that is open at first. */
  panel?: PanelName | undefined;
  /** The stored figures, if they could be read before the first frame. */
  figures?: Figures | undefined;
};

type Popup = ReturnType<typeof usePopup>;

/** The popup. */
export function App(props: Props) {
  const { host, isTab } = props;
  const popup = usePopup(props);
  const { main, vault, account, screen, snapshot, now, panel } = popup;
  const isConnecting = screen.kind === 'sign-in' || account.isReplacing || popup.needsKey;
  const welcome = useLazy(account.isNew, loadWelcome);
  const isPanel = panel.panel !== undefined && snapshot !== undefined && !isConnecting;
  return (
    <main class="popup" ref={main} tabIndex={-1}>
      {!isPanel && (
        <Header
          asOf={isConnecting ? undefined : snapshot?.asOf}
          isUncertain={popup.barrier !== undefined || isUncertain(screen)}
          now={now}
          isRefreshing={vault.state.request !== undefined}
          onRefresh={isConnecting ? undefined : popup.retry}
          onOpen={isConnecting || !snapshot ? undefined : panel.open}
        />
      )}
      {welcome && account.isNew && !isConnecting && !isPanel && snapshot && (
        <welcome.ConnectedNote
          host={host}
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
  if (!connect) return null;
  return (
    <connect.ConnectScreen
      reason={screen.kind === 'sign-in' ? screen.reason : needsKey ? { kind: 'needs-key' } : undefined}
      isReplacing={screen.kind !== 'sign-in'}
      barrier={barrier}
      isTab={isTab}
      now={host.now}
      host={host}
      onUseLogin={account.showWithLogin}
      onSignIn={account.signIn}
      onOpenTab={() => void host.openTab()}
      onAllowSite={access.allow}
      onCancel={cancel}
    />
  );
}

function Vault({ host, isTab, popup }: PartProps) {
  const { screen, snapshot, barrier, newLost, panel, retry, account, access, now, replaceKey } = popup;
  const panels = useLazy(panel.panel !== undefined, loadPanels);
  if (screen.kind === 'sign-in') return null;
  if (panel.panel && snapshot) {
    const summary = screen.kind === 'vault' ? screen.summary : undefined;
    if (!panels) return null;
    return (
      <panels.OpenPanel
        {...{ host, snapshot, summary, now }}
        name={panel.panel}
        onReplaceKey={replaceKey}
        onBack={panel.close}
      />
    );
  }
  return (
    <VaultScreen
      {...{ host, screen, barrier, newLost, now }}
      actions={{
        retry,
        connect: replaceKey,
        'allow-site': access.allow,
        'start-afresh': popup.startAfresh,
        'free-up': { href: freeUpPage(snapshot?.quota && moreSpace(snapshot.quota)), isNewTab: true },
      }}
      isGreeted={account.isNew}
      isOpening={!isTab}
      isSigningOut={account.isSigningOut}
      onSignOut={() => void account.signOut()}
      onOpen={panel.open}
      page={!isTab && <CurrentPage host={host} snapshot={snapshot} />}
    />
  );
}
