import type { Quota } from './account';
import { formatKb } from './format';
import type { Sentences } from './sentences';

/** How full a vault is. `no-room`: nothing is allowed and nothing is kept, as after a lapse. */
export type StorageState = 'empty' | 'normal' | 'nearly-full' | 'full' | 'over-full' | 'no-room';

/** From this share of the total on, the vault counts as nearly full. */
const NEARLY_FULL = 0.9;
/** Less free than this, KB, and than a hundredth of the total, is no room for anything: the vault is full. */
const NO_ROOM_KB = 1024;

type Room = Pick<Quota, 'usedKb' | 'totalKb'>;

/** Reads the state off the figures. More used than there is room for is normal: memberships shrink, the vault stays. */
export function storageState({ usedKb, totalKb }: Room): StorageState {
  if (usedKb > totalKb) return 'over-full';
  if (totalKb <= 0) return 'no-room';
  if (usedKb <= 0) return 'empty';
  const freeKb = totalKb - usedKb;
  if (freeKb < NO_ROOM_KB && freeKb < totalKb / 100) return 'full';
  return usedKb >= totalKb * NEARLY_FULL ? 'nearly-full' : 'normal';
}

/** What the state means for the user; `undefined` where there is nothing to say. */
export function describeStorage(room: Room): Sentences | undefined {
  switch (storageState(room)) {
    case 'nearly-full':
      return {
        what: 'Your vault is nearly full.',
        meaning: `Only versions of up to ${formatKb(room.totalKb - room.usedKb)} still fit.`,
        next: 'Make room by removing something, or get more storage on Civitai.',
      };
    case 'full':
      return {
        what: 'Your vault is full.',
        meaning: 'What is in it stays, but there is no room for anything more.',
        next: 'Make room by removing something, or get more storage on Civitai.',
      };
    case 'over-full':
      return {
        what: `Your vault is ${formatKb(room.usedKb - room.totalKb)} over its limit.`,
        meaning:
          'Nothing can be added. If it stays that way for weeks, Civitai may stop downloads and erase the oldest versions.',
        next: 'Make room by removing something, or get more storage on Civitai.',
      };
    case 'empty':
      return {
        what: 'Your vault is empty.',
        meaning: 'Models that you add are kept for you, even if they disappear from the site.',
        next: 'Open a model on Civitai and choose “Add to vault”.',
      };
    default:
      return undefined;
  }
}
