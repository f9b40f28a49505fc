import { formatKb } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
import { type Filling, storageState } from '@/utils/vault/storage-state';
import type { Sentences } from './sentences';

/** The sentences for a storage state; `undefined` for a normal one, and for those of over-limit-sentences.ts. */
export function describeStorage(filling: Filling): Sentences | undefined {
  const state = storageState(filling);
  if (state !== 'nearly-full' && state !== 'full' && state !== 'empty') return undefined;
  const size = formatKb(filling.totalKb - filling.usedKb);
  return {
    what: t(`vault-state.${state}.what`),
    meaning:
      state === 'nearly-full' ? t('vault-state.nearly-full.meaning', { size }) : t(`vault-state.${state}.meaning`),
    next: t(`vault-state.${state}.next`),
  };
}
