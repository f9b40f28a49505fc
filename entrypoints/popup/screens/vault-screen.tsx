import type { ComponentChildren } from 'preact';
import { NoticeBoard } from '@/components/notices/notice-board';
import type { Actions } from '@/components/notices/notice-list';
import { StorageSkeleton } from '@/components/storage/storage-skeleton';
import { useLazy } from '@/components/use-lazy';
import type { Connected } from '@/entrypoints/popup/account-state/screen';
import { useSeen } from '@/entrypoints/popup/account-state/use-seen';
import { Figures } from '@/entrypoints/popup/contents/figures';
import { needsNotices } from '@/entrypoints/popup/contents/needs-notices';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { SearchSection } from '@/entrypoints/popup/search/search-section';
import type { Problem } from '@/utils/problem';
import { AccountLine } from './account-line';

const loadNotices = () => import('@/components/notices/vault-notices');
const loadHistory = () => import('@/entrypoints/popup/contents/history-panel');
const loadFindings = () => import('@/entrypoints/popup/contents/findings-panel');
const loadTwice = () => import('@/entrypoints/popup/contents/twice-panel');

type Props = {
  host: PopupHost;
  screen: Connected;
  /** A problem that explains all others. */
  barrier: Problem | undefined;
  now: number;
  actions: Actions;
  isSigningOut: boolean;
  onSignOut: () => void;
  /** The part about the tab in front. */
  page: ComponentChildren;
  settings: ComponentChildren;
};

/** The vault's figures, notices, contents and account. */
export function VaultScreen({ host, screen, barrier, now, actions, isSigningOut, onSignOut, page, settings }: Props) {
  const vault = screen.kind === 'vault' ? screen : undefined;
  const notices = useLazy(barrier !== undefined || needsNotices(screen), loadNotices);
  const twice = useLazy((vault?.summary?.twice ?? 0) > 0, loadTwice);
  const findings = useLazy((vault?.summary?.stored ?? 0) > 0, loadFindings);
  const history = useLazy(vault?.summary !== undefined, loadHistory);
  useSeen(host, vault);
  // Right after a sign-in the account is known, but not yet its vault.
  const isUnasked = vault !== undefined && vault.snapshot.membership === 'unknown' && vault.problem === undefined;
  return (
    <>
      {(screen.kind === 'loading' || isUnasked) && <StorageSkeleton />}
      {vault && <Figures screen={vault} host={host} now={now} />}
      <NoticeBoard>
        {notices && (
          <notices.VaultNotices
            snapshot={vault?.snapshot}
            problems={[barrier ?? (screen.kind === 'loading' ? undefined : screen.problem)]}
            types={vault?.summary?.types}
            now={now}
            actions={actions}
          />
        )}
      </NoticeBoard>
      {twice && vault?.summary && <twice.TwicePanel host={host} snapshot={vault.snapshot} summary={vault.summary} />}
      {findings && vault && <findings.FindingsPanel host={host} session={vault.snapshot.session} />}
      {page}
      {vault?.summary && vault.summary.recent.length > 0 && <SearchSection host={host} summary={vault.summary} />}
      {history && <history.HistoryPanel host={host} now={now} />}
      {settings}
      {screen.kind !== 'loading' && (
        <footer class="foot">
          <AccountLine
            username={vault?.snapshot.username}
            tier={vault?.snapshot.tier}
            keyTail={vault?.snapshot.keyTail}
            isBusy={isSigningOut}
            onSignOut={onSignOut}
          />
        </footer>
      )}
    </>
  );
}
