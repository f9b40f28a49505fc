import { PageHint, PageLine, PageLinePending, ReloadPrompt, SiteChanged } from '@/components/page-line';
import type { PageState } from './use-page';

type Props = { page: PageState; session: string | undefined; version: string; onReload: (tabId: number) => void };

/** What the tab in front offers. `session` is whose figures are on screen: another account's count is not shown. */
export function PageSection({ page, session, version, onReload }: Props) {
  switch (page.kind) {
    case 'asking':
      return <PageLinePending />;
    case 'elsewhere':
      return <PageHint />;
    case 'silent':
      return <ReloadPrompt onReload={() => onReload(page.tabId)} />;
    case 'here': {
      const isOurs = session !== undefined && page.answer.session === session;
      const { versions, marked = 0, unknownPlaces = 0, problem } = page.answer;
      return (
        <>
          <PageLine
            versions={versions}
            kept={isOurs ? page.answer.inVault : undefined}
            marked={marked}
            trouble={problem}
          />
          {unknownPlaces > 0 && <SiteChanged lost={unknownPlaces} version={version} />}
        </>
      );
    }
  }
}
