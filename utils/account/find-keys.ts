/** Characters without a shape of their own, which come along when copying. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** A personal key, or a token of the site's sign-in for apps (site-facts.md H.1, H.4). */
const KEYS = /civitai_[\w.~+/-]{7,500}[\w~+/-]|(?<![\da-f])[\da-f]{32}(?![\da-f])/g;
/** More than a whole page of the site as text: what comes after it is not read. */
const MAX_PASTED = 65_536;

/**
 * Every different key in what a user pasted, whatever stands around it, in its order. A key that a line break or a space cuts in two is
 * found if there is no whole one.
 */
export function findKeys(pasted: string): string[] {
  const text = pasted.slice(0, MAX_PASTED).replace(INVISIBLE, '');
  return [...new Set(text.match(KEYS) ?? text.replace(/\s+/g, '').match(KEYS) ?? [])];
}
