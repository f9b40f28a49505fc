import type { Connected } from '@/entrypoints/popup/account-state/account-state';
import { storageState } from '@/utils/vault/storage-state';

/** False where there is nothing to say but the figures, as on most days: words are loaded only where they are needed. */
export function needsWords(screen: Connected): boolean {
  if (screen.kind !== 'vault') return screen.kind === 'trouble';
  const { quota, membership, canWrite } = screen.snapshot;
  const isUsual = quota !== undefined && storageState(quota) === 'normal' && canWrite;
  return screen.problem !== undefined || !isUsual || membership === 'lapsed' || membership === 'never';
}
