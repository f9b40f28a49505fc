/** A text without the marks around its values, and with an ordinary space before a unit. */
export function plain(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '').replace(/\u00a0(?=[KMGTP]B)/g, ' ');
}
