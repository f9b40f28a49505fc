/** A page that takes our nodes away this often within the window does so on purpose, or cannot help it. */
const TRIES = 10;
const WINDOW_MS = 10_000;

/** Said once when patience has run out. */
export const GAVE_UP = {
  what: 'This page keeps removing Vaulted’s marks.',
  meaning: 'Your vault hasn’t changed, but you can’t see it here.',
  next: 'Reload the page.',
};

/**
 * Limits how often something is put back where the site removed it: never a fight in a loop.
 * The returned function says whether to try once more; `worn` is called once, when patience has run out.
 */
export function createPutBackLimit(worn: () => void, now: () => number = Date.now): () => boolean {
  let tries: number[] = [];
  let isWorn = false;
  return () => {
    if (isWorn) return false;
    const at = now();
    tries = [...tries.filter(earlier => at - earlier < WINDOW_MS), at];
    isWorn = tries.length > TRIES;
    if (isWorn) worn();
    return !isWorn;
  };
}
