import { StorageBar } from '@/components/storage/storage-bar';
import { useLazy } from '@/components/use-lazy';
import type { Screen } from '@/entrypoints/popup/account-state/screen';
import type { PanelName } from '@/entrypoints/popup/panels/panel';
import { vaultPage } from '@/utils/civitai/site-links';
import { contentsOf, itemCountOf } from './contents';
import { ContentsLine } from './contents-line';
import { sharesOf } from './shares';

const loadDescription = () => import('./describe-contents');

type Props = { screen: Extract<Screen, { kind: 'vault' }>; now: number; onOpen: (panel: PanelName) => void };

/** The vault's storage and contents. */
export function Figures({ screen, now, onOpen }: Props) {
  const contents = contentsOf(screen);
  const description = useLazy('problem' in contents && !screen.problem, loadDescription);
  const { snapshot, summary } = screen;
  const { quota } = snapshot;
  if (!quota) return null;
  return (
    <StorageBar
      {...quota}
      itemCount={itemCountOf(screen)}
      listHref={vaultPage()}
      shares={sharesOf(summary?.types ?? [])}
      isFolded
    >
      <ContentsLine
        contents={contents}
        // The notice of a failed refresh says the same.
        note={screen.problem ? undefined : description?.describeContents(contents, now)}
        onFailed={() => onOpen('failed')}
      />
    </StorageBar>
  );
}
