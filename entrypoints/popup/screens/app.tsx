import { useCallback, useRef } from 'preact/hooks';
import { useLazy } from '@/components/use-lazy';
import { useNow } from '@/components/use-now';
import { isInDoubt, screenOf } from '@/entrypoints/popup/account-state/screen';
import { useAccountActions } from '@/entrypoints/popup/account-state/use-account-actions';
import { useAccountState } from '@/entrypoints/popup/account-state/use-account-state';
import { usePanel } from '@/entrypoints/popup/account-state/use-panel';
import { useSeen } from '@/entrypoints/popup/account-state/use-seen';
import { useSiteAccess } from '@/entrypoints/popup/account-state/use-site-access';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { CurrentPage } from '@/entrypoints/popup/page/current-page';
import type { PanelName } from '@/entrypoints/popup/panels/panel';
import type { Figures } from '@/utils/account/snapshot';
import { LARGEST_FIRST_PAGE } from '@/utils/civitai/site-links';
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
  /** The panel that is open at first. */
  panel?: PanelName | undefined;
  /** The stored figures, if they could be read before the first frame. */
  figures?: Figures | undefined;
};

/** State and actions of the popup. */
function usePopup({ host, figures, panel: first }: Props) {
  const vault = useAccountState(host, figures);
  const main = useRef<HTMLElement>(null);
  // The form that had the focus is gone: the keyboard goes on from the top of the page.
  const startOver = useCallback(() => main.current?.focus(), []);
  const account = useAccountActions(vault, startOver);
  const access = useSiteAccess(host, vault.refresh);
  const screen = screenOf(vault.state);
  const seenVault = screen.kind === 'vault' ? screen : undefined;
  return {
    main,
    vault,
    account,
    access,
    screen,
    panel: usePanel(main, first),
    newLost: useSeen(host, seenVault),
    now: useNow(host.now),
    snapshot: seenVault?.snapshot,
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
      startOver();
    },
  };
}

type Popup = ReturnType<typeof usePopup>;

/** The popup. */
export function App(props: Props) {
  const { host, isTab } = props;
  const popup = usePopup(props);
  const { main, vault, account, screen, snapshot, now, panel } = popup;
  const isConnecting = screen.kind === 'sign-in' || account.isReplacing;
  const welcome = useLazy(account.isNew, loadWelcome);
  const isPanel = panel.panel !== undefined && snapshot !== undefined && !isConnecting;
  return (
    <main class="popup" ref={main} tabIndex={-1}>
      {!isPanel && (
        <Header
          asOf={isConnecting ? undefined : snapshot?.asOf}
          isInDoubt={popup.barrier !== undefined || isInDoubt(screen)}
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
  const { screen, barrier, account, access, cancel } = popup;
  if (!connect) return null;
  return (
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
        largest: { href: LARGEST_FIRST_PAGE, isNewTab: true },
      }}
      isOpening={!isTab}
      isSigningOut={account.isSigningOut}
      onSignOut={() => void account.signOut()}
      onOpen={panel.open}
      page={!isTab && <CurrentPage host={host} session={snapshot?.session} canWrite={snapshot?.canWrite !== false} />}
    />
  );
}
