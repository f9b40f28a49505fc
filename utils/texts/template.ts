type Api = { runtime?: { id?: string }; i18n: { getMessage(messageName: string): string } };

/** Both browsers have it in every script. WXT's own `browser` would stand in the on-demand script a second time. */
declare const chrome: Api;

/** Texts taken to pieces once: text, name of a placeholder, text, … */
const pieces = new Map<string, readonly string[]>();

/** True in a content script that an update has cut off from its extension. It has no texts any more, and shows nothing new. */
export function isCutOff(): boolean {
  return chrome.runtime?.id === undefined;
}

/**
 * A text of `locales/` in the browser's language: text, name of a placeholder, text, … None if a script asks for it after it was cut
 * off: there `i18n` throws.
 */
export function piecesOf(key: string): readonly string[] {
  const before = pieces.get(key);
  if (before) return before;
  try {
    // The browser allows only letters, digits and `_` in a name.
    const made = chrome.i18n.getMessage(key.replace(/[.-]/g, '_')).split(/\{(\w+)\}/);
    pieces.set(key, made);
    return made;
  } catch {
    return [];
  }
}

/** A text with what `valueFor` gives for each of its placeholders; one without a value stays as it is. */
export function fill(key: string, valueFor?: (name: string) => string | undefined): string {
  let text = '';
  let isName = false;
  for (const piece of piecesOf(key)) {
    text += isName ? (valueFor?.(piece) ?? `{${piece}}`) : piece;
    isName = !isName;
  }
  return text;
}
