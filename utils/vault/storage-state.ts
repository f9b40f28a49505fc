import type { Quota } from '@/utils/account/account';

/** How full a vault is. `no-room`: nothing is allowed and nothing is kept, as after a lapse. */
export type StorageState = 'empty' | 'normal' | 'nearly-full' | 'full' | 'over-full' | 'no-room';

/** From this share of the total on, the vault counts as nearly full. */
const NEARLY_FULL = 0.9;
/** Less free than this, KB, and than a hundredth of the total, is no room for anything: the vault is full. */
const NO_ROOM_KB = 1024;

/** What decides it. */
export type Filling = Pick<Quota, 'usedKb' | 'totalKb'>;

/** Reads the state off the figures. More used than there is room for is normal: memberships shrink, the vault stays. */
export function storageState({ usedKb, totalKb }: Filling): StorageState {
  if (usedKb > totalKb) return 'over-full';
  if (totalKb <= 0) return 'no-room';
  if (usedKb <= 0) return 'empty';
  const freeKb = totalKb - usedKb;
  if (freeKb < NO_ROOM_KB && freeKb < totalKb / 100) return 'full';
  return usedKb >= totalKb * NEARLY_FULL ? 'nearly-full' : 'normal';
}
