import { t } from '@/utils/texts/texts';
import { PageHint, PageLine, PageLinePending, PageLineWaiting, ReloadPrompt, SiteChanged } from './page-line';
import type { PageState } from './use-page';

type Props = { page: PageState; session: string | undefined; version: string; onReload: (tabId: number) => void };

/** The part about the tab in front. `session` is that of the figures on screen: another account's count is not shown. */
export function PageSection({ page, session, version, onReload }: Props) {
  switch (page.kind) {
    case 'asking':
      return <PageLinePending />;
    case 'elsewhere':
      return <PageHint />;
    case 'silent':
      return <ReloadPrompt onReload={() => onReload(page.tabId)} />;
    case 'here': {
      if (page.answer.isWaiting) return <PageLineWaiting />;
      const { kind, isLogin, username = '' } = page.answer;
      if (kind === 'signed-out' && isLogin)
        return <PageLine versions={0} inVault={0} problem={t('button.other-login.hint', { account: username })} />;
      const isOurs = session !== undefined && page.answer.session === session;
      const { versions, marked = 0, unknownPlaces = 0, problem } = page.answer;
      return (
        <>
          <PageLine
            versions={versions}
            inVault={isOurs ? page.answer.inVault : undefined}
            marked={marked}
            problem={problem}
          />
          {unknownPlaces > 0 && <SiteChanged count={unknownPlaces} version={version} />}
        </>
      );
    }
  }
}
