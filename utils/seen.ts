import { browser } from 'wxt/browser';

/** What needs attention, and stays so until somebody acts: versions that the site has given up, and a vault over its limit. */
export type Concern = { lost: number; isOver: boolean };

/** The key under which it is stored. */
export const SEEN = 'vaulted-seen';
const NOTHING: Concern = { lost: 0, isOver: false };

function isConcern(value: unknown): value is Concern {
  return typeof value === 'object' && value !== null && 'lost' in value && 'isOver' in value;
}

/** What the user was shown last: the toolbar speaks up only about what is new since. */
export const seenConcern = {
  getValue: async (): Promise<Concern> => {
    const seen = (await browser.storage.local.get(SEEN))[SEEN];
    return isConcern(seen) ? seen : NOTHING;
  },
  setValue: (concern: Concern): Promise<void> => browser.storage.local.set({ [SEEN]: concern }),
};
