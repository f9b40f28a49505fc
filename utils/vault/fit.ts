import { hasShape } from '@/utils/has-shape';

/** What an addition may count against the quota, KB: the least and the most, by the file that the user prefers (site-facts.md F.4). */
export type Need = { leastKb: number; mostKb: number };

/** True for what may come of a page: only whether something is added at all, and what is shown, depends on it. */
export function isNeed(value: unknown): value is Need {
  return hasShape(value, 'leastKb:number,mostKb:number');
}

/** Whether an addition fits: with the user's largest file, hardly (only with a smaller one), or not even with the smallest. */
export type Fit = 'fits' | 'may-not-fit' | 'cannot-fit';

/** A file as the site's answers and its page have it. */
type SizedFile = { sizeKb: number; type?: string | undefined };

/**
 * What a version with these files counts; `undefined` where none is known. Which of them the site counts depends on preferences that no
 * answer names. It may round the sum, so both ends are whole.
 */
export function needOf(files: readonly SizedFile[]): Need | undefined {
  // Their size counts beside the preferred file's.
  const isCompanion = ({ type }: SizedFile): boolean => type === 'Negative' || type === 'Config';
  const sizes = files.filter(file => !isCompanion(file)).map(({ sizeKb }) => sizeKb);
  if (sizes.length === 0) return undefined;
  const companionsKb = files.filter(isCompanion).reduce((sum, { sizeKb }) => sum + sizeKb, 0);
  return {
    leastKb: Math.floor(Math.min(...sizes) + companionsKb),
    mostKb: Math.ceil(Math.max(...sizes) + companionsKb),
  };
}

/**
 * Whether the addition fits into the free space, KB; `undefined` while that isn't known. Where only the size of one file is, it may fit with
 * another one.
 */
export function judgeFit(need: Need | undefined, freeKb: number | undefined, sizeKb?: number): Fit | undefined {
  if (freeKb === undefined) return undefined;
  if (!need) return sizeKb !== undefined && sizeKb > freeKb ? 'may-not-fit' : undefined;
  if (need.leastKb > freeKb) return 'cannot-fit';
  return need.mostKb <= freeKb ? 'fits' : 'may-not-fit';
}
