/** What an addition may count against the quota, KB: the least and the most, by the file that the user prefers (site-facts.md F.4). */
export type Need = { leastKb: number; mostKb: number };

/** The vault's free space, KB. The two differ while it isn't known which file an addition of our own has counted. */
export type Room = { leastKb: number; mostKb: number };

/** Whether an addition fits: with the user's largest file, hardly (only with a smaller one), or not even with the smallest. */
export type Fit = 'fits' | 'may-not-fit' | 'cannot-fit';

/** A file as the site's answers and its page have it. */
type SizedFile = { sizeKb: number; type?: string | undefined };

/** Their size counts beside the preferred file's. */
const COMPANIONS: readonly (string | undefined)[] = ['Negative', 'Config'];

/**
 * What a version with these files counts; `undefined` where none is known. Which of them the site counts depends on preferences that no
 * answer names. It may round the sum, so both ends are whole.
 */
export function needOf(files: readonly SizedFile[]): Need | undefined {
  const isCompanion = ({ type }: SizedFile): boolean => COMPANIONS.includes(type);
  const sizes = files.filter(file => !isCompanion(file)).map(({ sizeKb }) => sizeKb);
  if (sizes.length === 0) return undefined;
  const companionsKb = files.filter(isCompanion).reduce((sum, { sizeKb }) => sum + sizeKb, 0);
  return {
    leastKb: Math.floor(Math.min(...sizes) + companionsKb),
    mostKb: Math.ceil(Math.max(...sizes) + companionsKb),
  };
}

/**
 * Whether the addition fits into the room, KB; `undefined` while that isn't known. Where only the size of one file is, it may fit with
 * another one.
 */
export function judgeFit(need: Need | undefined, room: Room | undefined, sizeKb?: number): Fit | undefined {
  if (!room) return undefined;
  if (!need) return sizeKb !== undefined && sizeKb > room.mostKb ? 'may-not-fit' : undefined;
  if (need.leastKb > room.mostKb) return 'cannot-fit';
  return need.mostKb <= room.leastKb ? 'fits' : 'may-not-fit';
}

/** A change that the worker itself has made since the quota was asked for, KB: what a removal has freed, or an addition takes. */
export type RoomChange = { freedKb: number } | { taken: Need };

/** The room after changes of our own. A vault over its limit has none. */
export function roomAfter(freeKb: number, changes: readonly RoomChange[]): Room {
  let [leastKb, mostKb] = [freeKb, freeKb];
  for (const change of changes) {
    leastKb += 'freedKb' in change ? change.freedKb : -change.taken.mostKb;
    mostKb += 'freedKb' in change ? change.freedKb : -change.taken.leastKb;
  }
  return { leastKb: Math.max(0, leastKb), mostKb: Math.max(0, mostKb) };
}
