import type { ComponentChildren } from 'preact';
import type { Actions } from '@/components/notices/control';
import { NoticeBoard } from '@/components/notices/notice-board';
import { StorageSkeleton } from '@/components/storage/storage-skeleton';
import { useLazy } from '@/components/use-lazy';
import type { Connected } from '@/entrypoints/popup/account-state/screen';
import { Figures } from '@/entrypoints/popup/contents/figures';
import { needsNotices } from '@/entrypoints/popup/contents/needs-notices';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { PanelName } from '@/entrypoints/popup/panels/panel';
import { SearchSection } from '@/entrypoints/popup/search/search-section';
import type { Problem } from '@/utils/problem';
import { AccountLine } from './account-line';

const loadNotices = () => import('@/components/notices/vault-notices');
const loadNews = () => import('@/entrypoints/popup/news/news');
const loadRemovals = () => import('@/components/removals/open-removals');
const loadFindings = () => import('@/entrypoints/popup/contents/findings-panel');

type Props = {
  host: PopupHost;
  screen: Connected;
  /** A problem that explains all others. */
  barrier: Problem | undefined;
  /** Versions that the site has given up since the popup was last open. */
  newLost: number;
  /** The greeting of a new key already says that it is read-only. */
  isGreeted: boolean;
  now: number;
  actions: Actions;
  /** The popup has just opened: the search gets the focus. */
  isOpening: boolean;
  isSigningOut: boolean;
  onSignOut: () => void;
  onOpen: (panel: PanelName) => void;
  /** The part about the tab in front. */
  page: ComponentChildren;
};

/** What is new, the page in front, the vault's figures, its search, and the account. */
export function VaultScreen(props: Props) {
  const { host, screen, now, page, isOpening, isSigningOut, onSignOut, onOpen } = props;
  const vault = screen.kind === 'vault' ? screen : undefined;
  const removals = useLazy(vault !== undefined, loadRemovals);
  const findings = useLazy((vault?.summary?.stored ?? 0) > 0, loadFindings);
  // Right after a sign-in the account is known, but not yet its vault.
  const isUnasked =
    vault !== undefined &&
    vault.snapshot.membership === 'unknown' &&
    !vault.snapshot.isLogin &&
    vault.problem === undefined;
  return (
    <>
      <Notices {...props} />
      {removals && vault && <removals.OpenRemovals host={host} />}
      {findings && vault && <findings.FindingsPanel host={host} session={vault.snapshot.session} />}
      {page}
      {(screen.kind === 'loading' || isUnasked) && <StorageSkeleton />}
      {vault && <Figures screen={vault} now={now} onOpen={onOpen} />}
      {vault?.summary && vault.summary.recent.length > 0 && (
        <SearchSection host={host} summary={vault.summary} isOpening={isOpening} />
      )}
      {screen.kind !== 'loading' && !isWithoutAccount(screen) && (
        <footer class="foot">
          <AccountLine snapshot={vault?.snapshot} isBusy={isSigningOut} onSignOut={onSignOut} />
        </footer>
      )}
    </>
  );
}

/** Where nothing can be stored there is no key, and so nothing to sign out of. */
function isWithoutAccount(screen: Connected): boolean {
  return screen.kind === 'problem' && screen.problem.kind === 'storage-refused';
}

function Notices({ screen, barrier, newLost, isGreeted, now, actions, onOpen }: Props) {
  const vault = screen.kind === 'vault' ? screen : undefined;
  const twice = vault?.summary?.twice ?? 0;
  const notices = useLazy(barrier !== undefined || needsNotices(screen), loadNotices);
  const news = useLazy(newLost > 0 || twice > 0, loadNews);
  return (
    <NoticeBoard>
      {notices && (
        <notices.VaultNotices
          snapshot={vault && { ...vault.snapshot, ...(isGreeted && { canWrite: true }) }}
          problems={[barrier ?? (screen.kind === 'loading' ? undefined : screen.problem)]}
          types={vault?.summary?.types}
          now={now}
          actions={actions}
          isBrief
        />
      )}
      {news && <news.News lost={newLost} twice={twice} onOpen={onOpen} />}
    </NoticeBoard>
  );
}
