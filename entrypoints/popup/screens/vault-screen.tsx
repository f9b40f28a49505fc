import type { ComponentChildren } from 'preact';
import { AccountLine } from '@/components/account-line';
import { NoticeBoard } from '@/components/notices/notice-board';
import type { Help } from '@/components/notices/notice-list';
import { StorageBarSkeleton } from '@/components/storage/storage-bar';
import type { Connected } from '@/entrypoints/popup/account-state/account-state';
import { useSeen } from '@/entrypoints/popup/account-state/use-seen';
import { Figures } from '@/entrypoints/popup/contents/figures';
import { needsWords } from '@/entrypoints/popup/contents/needs-words';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { SearchSection } from '@/entrypoints/popup/search/search-section';
import { useLazy } from '@/entrypoints/popup/use-lazy';
import type { Problem } from '@/utils/problem';

const loadNotices = () => import('./vault-notices');

type Props = {
  host: PopupHost;
  screen: Connected;
  /** Something that explains every other problem. */
  barrier: Problem | undefined;
  now: number;
  help: Help;
  isSigningOut: boolean;
  onSignOut: () => void;
  /** What the page in front offers. */
  page: ComponentChildren;
  settings: ComponentChildren;
};

/** The figures of a vault, what there is to say about them, what is in it, and whose it is. */
export function VaultScreen({ host, screen, barrier, now, help, isSigningOut, onSignOut, page, settings }: Props) {
  const vault = screen.kind === 'vault' ? screen : undefined;
  const notices = useLazy(barrier !== undefined || needsWords(screen), loadNotices);
  useSeen(host, vault);
  // Right after a sign-in it is known whose vault it is, but not yet what is in it.
  const isUnasked = vault !== undefined && vault.snapshot.membership === 'unknown' && vault.problem === undefined;
  return (
    <>
      {(screen.kind === 'loading' || isUnasked) && <StorageBarSkeleton />}
      {vault && <Figures screen={vault} host={host} now={now} />}
      <NoticeBoard>
        {notices && <notices.VaultNotices screen={screen} barrier={barrier} now={now} help={help} />}
      </NoticeBoard>
      {page}
      {vault?.stock && vault.stock.recent.length > 0 && <SearchSection host={host} stock={vault.stock} />}
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
