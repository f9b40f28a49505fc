import { browser } from 'wxt/browser';
import { hasShape } from '@/utils/has-shape';

/** Lasting problems that only the user can solve: versions that the site has given up, and a vault over its limit. */
export type Concern = { lost: number; isOver: boolean };

/** The storage key. */
export const SEEN = 'vaulted-seen';
const NOTHING: Concern = { lost: 0, isOver: false };

function isConcern(value: unknown): value is Concern {
  return hasShape(value, 'lost:number,isOver:boolean');
}

/** The concern that the user saw last; the toolbar reports only what is new since. With `isBrief` it is gone once the browser closes. */
export const seenConcern = {
  getValue: async (): Promise<Concern> => {
    const [brief, lasting] = await Promise.all([browser.storage.session.get(SEEN), browser.storage.local.get(SEEN)]);
    return [brief[SEEN], lasting[SEEN]].find(isConcern) ?? NOTHING;
  },
  setValue: (concern: Concern, isBrief = false): Promise<void> =>
    browser.storage[isBrief ? 'session' : 'local'].set({ [SEEN]: concern }),
};
