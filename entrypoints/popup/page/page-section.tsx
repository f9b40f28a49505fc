import { PageHint, PageLine, PageLinePending, ReloadPrompt, SiteChanged } from '@/components/page-line';
import type { PageStory } from './use-page';

type Props = { page: PageStory; session: string | undefined; version: string; onReload: (tabId: number) => void };

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
      const { versions, marked = 0, lost = 0, trouble } = page.answer;
      return (
        <>
          <PageLine
            versions={versions}
            kept={isOurs ? page.answer.kept : undefined}
            marked={marked}
            trouble={trouble}
          />
          {lost > 0 && <SiteChanged lost={lost} version={version} />}
        </>
      );
    }
  }
}
