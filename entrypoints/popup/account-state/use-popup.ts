import { useCallback, useRef, useState } from 'preact/hooks';
import { useNow } from '@/components/use-now';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { PanelName } from '@/entrypoints/popup/panels/panel';
import type { Figures } from '@/utils/account/snapshot';
import { screenOf } from './screen';
import { useAccountActions } from './use-account-actions';
import { useAccountState } from './use-account-state';
import { usePanel } from './use-panel';
import { useSeen } from './use-seen';
import { useSiteAccess } from './use-site-access';

type Given = {
  host: PopupHost;
  figures?: Figures | undefined;
  panel?: PanelName | undefined;
  /** The user wanted to change a vault that is read with the site's login. */
  isToChange?: boolean;
};

/** State and actions of the popup. */
export function usePopup({ host, figures, panel: first, isToChange = false }: Given) {
  const vault = useAccountState(host, figures);
  const main = useRef<HTMLElement>(null);
  // The form that had the focus is gone: the keyboard goes on from the top of the page.
  const startOver = useCallback(() => main.current?.focus(), []);
  const panel = usePanel(main, first);
  // What a new key may do is said with the vault, not in the panel that led to it.
  const account = useAccountActions(vault, () => {
    panel.leave();
    startOver();
  });
  const access = useSiteAccess(host, vault.refresh);
  const screen = screenOf(vault.state);
  const seenVault = screen.kind === 'vault' ? screen : undefined;
  const [isDeclined, setDeclined] = useState(false);
  return {
    main,
    vault,
    account,
    access,
    screen,
    panel,
    newLost: useSeen(host, seenVault),
    now: useNow(host.now),
    snapshot: seenVault?.snapshot,
    needsKey: isToChange && !isDeclined && seenVault?.snapshot.isLogin === true,
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
