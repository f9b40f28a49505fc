import { useState } from 'preact/hooks';
import { StorageBar } from '@/components/storage/storage-bar';
import { useLazy } from '@/components/use-lazy';
import type { Screen } from '@/entrypoints/popup/account-state/screen';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { vaultPage } from '@/utils/civitai/site-links';
import { contentsOf, itemCountOf } from './contents';
import { ContentsLine } from './contents-line';
import { sharesOf } from './shares';

const loadFailedPanel = () => import('@/entrypoints/popup/failed/failed-panel');
const loadDescription = () => import('./describe-contents');

type Props = { screen: Extract<Screen, { kind: 'vault' }>; host: PopupHost; now: number };

/** The vault's storage and contents. */
export function Figures({ screen, host, now }: Props) {
  const [isFailedShown, setFailedShown] = useState(false);
  const panel = useLazy(isFailedShown, loadFailedPanel);
  const contents = contentsOf(screen);
  const description = useLazy('problem' in contents, loadDescription);
  const { snapshot, summary } = screen;
  const { quota } = snapshot;
  if (!quota) return null;
  return (
    <>
      <StorageBar
        {...quota}
        itemCount={itemCountOf(screen)}
        listHref={vaultPage()}
        shares={sharesOf(summary?.types ?? [])}
      >
        <ContentsLine
          contents={contents}
          note={description?.describeContents(contents, now)}
          isFailedShown={isFailedShown}
          onFailed={() => setFailedShown(!isFailedShown)}
        />
      </StorageBar>
      {panel && isFailedShown && summary && <panel.FailedPanel host={host} snapshot={snapshot} summary={summary} />}
    </>
  );
}
