import type { ComponentChildren } from 'preact';
import { AccountLine } from '@/components/account-line';
import { StorageBar, StorageBarSkeleton } from '@/components/storage-bar';
import { type Actions, NoticeList } from './notice-list';
import { type NoticeContent, problemNotice, vaultNotices } from './notices';
import type { Screen } from './vault-story';

/** The screens of somebody who is signed in, as far as we know. */
type Connected = Exclude<Screen, { kind: 'sign-in' }>;

/** `barrier` explains every other problem, and stands alone in their place. */
function noticesFor(screen: Connected, barrier: NoticeContent | undefined, now: number): NoticeContent[] {
  const first = barrier ? [barrier] : [];
  if (screen.kind === 'vault')
    return [...first, ...vaultNotices(screen.snapshot, barrier ? undefined : screen.problem, now)];
  if (screen.kind === 'trouble' && !barrier) return [problemNotice(screen.problem, now)];
  return first;
}

function Figures({ screen }: { screen: Connected }) {
  if (screen.kind === 'loading') return <StorageBarSkeleton />;
  const quota = screen.kind === 'vault' ? screen.snapshot.quota : undefined;
  if (screen.kind !== 'vault' || !quota) return null;
  return <StorageBar usedKb={quota.usedKb} totalKb={quota.totalKb} itemCount={screen.snapshot.itemCount} />;
}

type Props = {
  screen: Connected;
  barrier: NoticeContent | undefined;
  now: number;
  actions: Actions;
  isSigningOut: boolean;
  onSignOut: () => void;
  /** What the page in front offers. */
  children: ComponentChildren;
};

/** The figures of a vault, what there is to say about them, and whose they are. */
export function VaultScreen({ screen, barrier, now, actions, isSigningOut, onSignOut, children }: Props) {
  const who = screen.kind === 'vault' ? screen.snapshot : undefined;
  return (
    <>
      <Figures screen={screen} />
      <NoticeList notices={noticesFor(screen, barrier, now)} actions={actions} />
      {children}
      {screen.kind !== 'loading' && (
        <footer class="foot">
          <AccountLine
            username={who?.username}
            tier={who?.tier}
            keyTail={who?.keyTail}
            isBusy={isSigningOut}
            onSignOut={onSignOut}
          />
        </footer>
      )}
    </>
  );
}
