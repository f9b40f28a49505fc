import { useState } from 'preact/hooks';
import { StorageBar } from '@/components/storage/storage-bar';
import type { Screen } from '@/entrypoints/popup/account-state/account-state';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { useLazy } from '@/entrypoints/popup/use-lazy';
import { vaultPage } from '@/utils/civitai/site-links';
import { contentsOf, itemCountOf } from './contents';
import { ContentsLine } from './contents-line';
import { sharesOf } from './shares';

const loadFailedPanel = () => import('@/entrypoints/popup/failed/failed-panel');
const loadWords = () => import('./contents-words');

type Props = { screen: Extract<Screen, { kind: 'vault' }>; host: PopupHost; now: number };

/** How full the vault is and what it holds. */
export function Figures({ screen, host, now }: Props) {
  const [isFailedShown, setFailedShown] = useState(false);
  const panel = useLazy(isFailedShown, loadFailedPanel);
  const contents = contentsOf(screen);
  const words = useLazy('problem' in contents, loadWords);
  const { snapshot, stock } = screen;
  const { quota } = snapshot;
  if (!quota) return null;
  return (
    <>
      <StorageBar
        {...quota}
        itemCount={itemCountOf(screen)}
        listHref={vaultPage()}
        shares={sharesOf(stock?.types ?? [])}
      >
        <ContentsLine
          contents={contents}
          note={words?.describeContents(contents, now)}
          isFailedShown={isFailedShown}
          onFailed={() => setFailedShown(!isFailedShown)}
        />
      </StorageBar>
      {panel && isFailedShown && stock && <panel.FailedPanel host={host} snapshot={snapshot} stock={stock} />}
    </>
  );
}
