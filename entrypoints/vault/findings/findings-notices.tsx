import { Notice } from '@/components/notices/notice';
import { NoticeBoard } from '@/components/notices/notice-board';
import { modelLabel, versionLabel } from '@/entrypoints/vault/item/item-labels';
import type { RadarFindings, Swap } from '@/utils/messages/radar';
import { t } from '@/utils/texts/texts';
import type { MirroredItem } from '@/utils/vault/vault-item';

type Props = {
  findings: RadarFindings | undefined;
  items: readonly MirroredItem[];
  onRemove: (item: MirroredItem) => void;
  onKeepBoth: (swap: Swap) => void;
};

/** Swaps whose second half is still open, and why the last comparison proves nothing. */
export function FindingsNotices({ findings, items, onRemove, onKeepBoth }: Props) {
  const rowOf = (versionId: number) => items.find(item => item.modelVersionId === versionId);
  const open = findings?.swaps.flatMap(swap => {
    const [old, newer] = [rowOf(swap.versionId), rowOf(swap.newerId)];
    return old && newer ? [{ swap, old }] : [];
  });
  const why = findings?.caveat && {
    what: t(`radar.caveat.${findings.caveat}`),
    meaning: t('radar.caveat.meaning'),
    next: '',
  };
  return (
    <NoticeBoard>
      {why && <Notice tone="info" sentences={why} />}
      {open?.map(({ swap, old }) => (
        <Notice key={swap.versionId} tone="info" sentences={sentencesOf(swap, old)}>
          <button type="button" class="button button--quiet button--remove" onClick={() => onRemove(old)}>
            {t('swap.remove-old')}
          </button>
          <button type="button" class="button button--quiet" onClick={() => onKeepBoth(swap)}>
            {t('swap.keep-both')}
          </button>
        </Notice>
      ))}
    </NoticeBoard>
  );
}

function sentencesOf({ newerName }: Swap, old: MirroredItem) {
  return {
    what: t('swap.question'),
    meaning: t('swap.question.meaning', { model: modelLabel(old), newer: newerName, old: versionLabel(old) }),
    next: '',
  };
}
