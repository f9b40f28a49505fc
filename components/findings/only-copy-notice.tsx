import { NewTab } from '@/components/new-tab';
import { Notice } from '@/components/notices/notice';
import { t, tn } from '@/utils/texts/texts';

type Props = {
  /** How many the user hasn't seen yet. */
  count: number;
  /** The address of the list of them. */
  href: string;
  onSeen: () => void;
};

/** Versions in the vault that the site no longer has: said once. */
export function OnlyCopyNotice({ count, href, onSeen }: Props) {
  const sentences = { what: tn('only-copy.notice', count), meaning: t('only-copy.meaning'), next: t('only-copy.next') };
  return (
    <Notice tone="warning" sentences={sentences}>
      <a class="button button--quiet" href={href} target="_blank" rel="noreferrer" onClick={onSeen}>
        {t('only-copy.show')}
        <NewTab />
      </a>
      <button type="button" class="button button--quiet" onClick={onSeen}>
        {t('only-copy.seen')}
      </button>
    </Notice>
  );
}
