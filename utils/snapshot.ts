import { storage } from 'wxt/utils/storage';
import type { Snapshot } from './account';

/**
 * The last known figures, so that the popup opens with them at once. The background writes, pages read and watch.
 * In Firefox content scripts can read this, too: nothing in it is secret. `null` = nobody is signed in, or nothing is known yet.
 */
export const storedSnapshot = storage.defineItem<Snapshot>('local:vaulted-snapshot');
