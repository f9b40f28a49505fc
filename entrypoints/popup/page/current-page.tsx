import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import type { Snapshot } from '@/utils/account/account';
import { PageSection } from './page-section';
import { usePage } from './use-page';

type Props = {
  host: PopupHost;
  /** The figures on screen. */
  snapshot: Snapshot | undefined;
};

/** The part about the tab in front, updated while the popup is open. */
export function CurrentPage({ host, snapshot }: Props) {
  const { page, reload } = usePage(host);
  return <PageSection host={host} page={page} snapshot={snapshot} onReload={reload} />;
}
