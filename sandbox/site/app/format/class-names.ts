declare const __CSS_SALT__: string;

/**
 * The name a CSS-module class gets from Turbopack: `<File>-module-scss-module__<hash>__<local>` for `.module.scss`,
 * `<File>-module__<hash>__<local>` for `.module.css` (site-facts.md A.0). The hash is another one each time the sandbox
 * starts, so that nothing can come to rely on it.
 */
export function moduleClass(file: string, local: string, kind: 'scss' | 'css' = 'scss'): string {
  return moduleClassName(file, local, kind, __CSS_SALT__);
}

/** The same for a given salt; the style sheet is built with this one. */
export function moduleClassName(file: string, local: string, kind: 'scss' | 'css', salt: string): string {
  return `${file}-module${kind === 'scss' ? '-scss-module' : ''}__${hashOf(file + salt)}__${local}`;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function hashOf(text: string): string {
  let state = 2_166_136_261;
  for (const char of text) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16_777_619);
  let hash = '';
  for (let place = 0; place < 6; place++) {
    hash += alphabet.charAt((state >>> 4) & 63);
    state = Math.imul(state ^ (state >>> 13), 1_540_483_477) + place;
  }
  return hash;
}

/** Joins the class names that apply. */
export function cx(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
