import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { PageSection } from './page-section';
import { usePage } from './use-page';

/** The part about the tab in front, updated while the popup is open. */
export function CurrentPage({ host, session }: { host: PopupHost; session: string | undefined }) {
  const { page, reload } = usePage(host);
  return <PageSection page={page} session={session} version={host.version()} onReload={reload} />;
}
