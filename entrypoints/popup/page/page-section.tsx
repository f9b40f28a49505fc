import { useLazy } from '@/components/use-lazy';
import type { PopupHost } from '@/entrypoints/popup/host/popup-host';
import { problemOf, type Snapshot } from '@/utils/account/account';
import type { VersionOnScreen } from '@/utils/messages/tab-summary';
import { t } from '@/utils/texts/texts';
import { PageCounts, PageLine, ReloadPrompt, SiteChanged } from './page-line';
import type { PageState } from './use-page';

const loadOnScreen = () => import('./on-screen');

type Props = {
  host: Pick<PopupHost, 'add' | 'version' | 'now'>;
  page: PageState;
  /** The figures on screen: what another account has is not shown. */
  snapshot: Snapshot | undefined;
  onReload: (tabId: number) => void;
};

/** The part about the tab in front; nothing where it is not one of Civitai's. */
export function PageSection(props: Props) {
  const { page, onReload } = props;
  switch (page.page) {
    case 'asking':
      return <PageLine id="tab.asking" />;
    case 'elsewhere':
      return null;
    case 'waiting':
      return <PageLine id="tab.waiting" />;
    case 'silent':
      return <ReloadPrompt onReload={() => onReload(page.tabId)} />;
    case 'here':
      return <Here {...props} page={page} />;
  }
}

function Here({ host, page, snapshot }: Props & { page: Extract<PageState, { page: 'here' }> }) {
  const { models, versions, onScreen, otherLogin, unknownPlaces } = page;
  const problem = otherLogin === undefined ? page.problem : t('button.other-login.hint', { account: otherLogin });
  const isOurs = snapshot !== undefined && page.session === snapshot.session;
  return (
    <section class="page-here">
      <PageCounts models={models} versions={versions} isOurs={isOurs} problem={problem} />
      {isOurs && onScreen && <Shown key={onScreen.versionId} {...{ host, onScreen, snapshot }} />}
      {unknownPlaces > 0 && <SiteChanged count={unknownPlaces} version={host.version()} />}
    </section>
  );
}

type ShownProps = Pick<Props, 'host'> & { onScreen: VersionOnScreen; snapshot: Snapshot };

function Shown({ host, onScreen, snapshot }: ShownProps) {
  const { canWrite, quota, session, membership } = snapshot;
  const loaded = useLazy(true, loadOnScreen);
  if (!loaded) return null;
  return (
    <loaded.OnScreen
      version={onScreen}
      canWrite={canWrite}
      isBarred={problemOf(membership) !== undefined}
      freeKb={quota && quota.totalKb - quota.usedKb}
      now={host.now()}
      onAdd={() => host.add(onScreen, session)}
    />
  );
}
