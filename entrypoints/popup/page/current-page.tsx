import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { PageSection } from './page-section';
import { usePage } from './use-page';

type Props = {
  host: PopupHost;
  /** That of the figures on screen. */
  session: string | undefined;
  canWrite: boolean;
};

/** The part about the tab in front, updated while the popup is open. */
export function CurrentPage({ host, session, canWrite }: Props) {
  const { page, reload } = usePage(host);
  return <PageSection host={host} page={page} session={session} canWrite={canWrite} onReload={reload} />;
}
