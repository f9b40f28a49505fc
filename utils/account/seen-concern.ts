import { browser } from 'wxt/browser';
import { isRecord } from '@/utils/is-record';

/** What needs attention, and stays so until somebody acts: versions that the site has given up, and a vault over its limit. */
export type Concern = { lost: number; isOver: boolean };

/** The key under which it is stored. */
export const SEEN = 'vaulted-seen';
const NOTHING: Concern = { lost: 0, isOver: false };

function isConcern(value: unknown): value is Concern {
  return isRecord(value) && 'lost' in value && 'isOver' in value;
}

/** What the user was shown last: the toolbar speaks up only about what is new since. With `isBrief` it is forgotten with the browser. */
export const seenConcern = {
  getValue: async (): Promise<Concern> => {
    const [brief, kept] = await Promise.all([browser.storage.session.get(SEEN), browser.storage.local.get(SEEN)]);
    return [brief[SEEN], kept[SEEN]].find(isConcern) ?? NOTHING;
  },
  setValue: (concern: Concern, isBrief = false): Promise<void> =>
    browser.storage[isBrief ? 'session' : 'local'].set({ [SEEN]: concern }),
};
