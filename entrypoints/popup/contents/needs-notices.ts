import type { Connected } from '@/entrypoints/popup/account-state/screen';
import { storageState } from '@/utils/vault/storage-state';

/** False where the figures are enough, which is usual: then the notices' script isn't loaded. */
export function needsNotices(screen: Connected): boolean {
  if (screen.kind !== 'vault') return screen.kind === 'problem';
  const { quota, membership, canWrite, hasNoList } = screen.snapshot;
  const isUsual = quota !== undefined && storageState(quota) === 'normal' && canWrite && !hasNoList;
  return screen.problem !== undefined || !isUsual || membership === 'lapsed' || membership === 'never';
}
