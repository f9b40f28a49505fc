import { useState } from 'preact/hooks';
import { StorageBar } from '@/components/storage-bar';
import { vaultPage } from '@/utils/site-links';
import { contentsOf, itemCountOf } from './contents';
import { ContentsLine } from './contents-line';
import type { PopupHost } from './popup-host';
import { sharesOf } from './shares';
import { useLazy } from './use-lazy';
import type { Screen } from './vault-story';

const loadFailedPanel = () => import('./failed-panel');
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
