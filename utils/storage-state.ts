import type { Quota } from './account';
import { formatKb } from './format';
import type { Sentences } from './sentences';

/** How full a vault is. `no-room`: nothing is allowed and nothing is kept, as after a lapse. */
export type StorageState = 'empty' | 'normal' | 'nearly-full' | 'full' | 'over-full' | 'no-room';

/** From this share of the total on, the vault counts as nearly full. */
const NEARLY_FULL = 0.9;

type Room = Pick<Quota, 'usedKb' | 'totalKb'>;

/** Reads the state off the figures. More used than there is room for is normal: memberships shrink, the vault stays. */
export function storageState({ usedKb, totalKb }: Room): StorageState {
  if (usedKb > totalKb) return 'over-full';
  if (totalKb <= 0) return 'no-room';
  if (usedKb === totalKb) return 'full';
  if (usedKb >= totalKb * NEARLY_FULL) return 'nearly-full';
  return usedKb > 0 ? 'normal' : 'empty';
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
        meaning: 'What is in it stays, but nothing can be added.',
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
