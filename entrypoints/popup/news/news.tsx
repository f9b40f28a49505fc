import { Notice } from '@/components/notices/notice';
import type { PanelName } from '@/entrypoints/popup/panels/panel';
import { t, tn } from '@/utils/texts/texts';

type Props = {
  /** Versions that the site has given up since the popup was last open. */
  lost: number;
  /** Versions that are there more than once, or that have to come back. */
  twice: number;
  onOpen: (panel: PanelName) => void;
};

/** What has happened to versions and needs the user, each with the way to it. */
export function News({ lost, twice, onOpen }: Props) {
  return (
    <>
      {twice > 0 && (
        <Notice
          tone="warning"
          isBrief
          sentences={{ what: tn('news.twice', twice), meaning: t('news.twice.meaning'), next: t('news.twice.next') }}
        >
          <Show panel="twice" onOpen={onOpen} />
        </Notice>
      )}
      {lost > 0 && (
        <Notice
          tone="error"
          isBrief
          sentences={{ what: tn('news.lost', lost), meaning: t('news.lost.meaning'), next: t('news.lost.next') }}
        >
          <Show panel="failed" onOpen={onOpen} />
        </Notice>
      )}
    </>
  );
}

function Show({ panel, onOpen }: { panel: PanelName; onOpen: (panel: PanelName) => void }) {
  return (
    <button type="button" class="button button--quiet" data-opens={panel} onClick={() => onOpen(panel)}>
      {t(`news.${panel === 'twice' ? 'twice' : 'lost'}.show`)}
    </button>
  );
}
