import { type Filling, storageState } from '@/utils/vault/storage-state';
import { formatKb } from './format';
import type { Sentences } from './problem-sentences';

/** The sentences for a storage state; `undefined` for a normal one, and for those of over-limit-sentences.ts. */
export function describeStorage(filling: Filling): Sentences | undefined {
  switch (storageState(filling)) {
    case 'nearly-full':
      return {
        what: 'Your vault is nearly full.',
        meaning: `Only versions of up to ${formatKb(filling.totalKb - filling.usedKb)} still fit.`,
        next: 'Make room by removing something, or get more storage on Civitai.',
      };
    case 'full':
      return {
        what: 'Your vault is full.',
        meaning: 'What is in it stays, but there is no room for anything more.',
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
