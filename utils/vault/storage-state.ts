/** The vault's storage, KB of 1,024 bytes; `usedKb` may be larger than `totalKb`. `updatedAt` is an ISO text. */
export type Quota = { usedKb: number; totalKb: number; updatedAt: string };

/** How full a vault is. `no-room`: it may hold nothing, and does; as after a lapse. */
export type StorageState = 'empty' | 'normal' | 'nearly-full' | 'full' | 'over-full' | 'no-room';

/** From this share of the total on, the vault counts as nearly full. */
const NEARLY_FULL = 0.9;
/** With less free than this, KB, and than a hundredth of the total, the vault counts as full. */
const NO_ROOM_KB = 1024;

/** The figures that decide the state. */
export type Filling = Pick<Quota, 'usedKb' | 'totalKb'>;

/** The state of the figures. More used than allowed happens: a smaller membership leaves the items. */
export function storageState({ usedKb, totalKb }: Filling): StorageState {
  if (usedKb > totalKb) return 'over-full';
  if (totalKb <= 0) return 'no-room';
  if (usedKb <= 0) return 'empty';
  const freeKb = totalKb - usedKb;
  if (freeKb < NO_ROOM_KB && freeKb < totalKb / 100) return 'full';
  return usedKb >= totalKb * NEARLY_FULL ? 'nearly-full' : 'normal';
}
