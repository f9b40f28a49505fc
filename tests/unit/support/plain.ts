/** A text without the marks around its values. */
export function plain(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '');
}
