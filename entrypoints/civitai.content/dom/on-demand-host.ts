import base from './base.css?inline';
import { createHostWithSheet } from './host';
import overlays from './overlays.css?inline';
import mark from './version-mark.css?inline';

let sheet: CSSStyleSheet | undefined;

/** Kinds of our elements; each is called `vaulted-KIND`. Those that show a state say so in `data-vaulted`, the others are `data-vaulted-ui`. */
type HostKind = 'version-mark' | 'button' | 'connect' | 'dialog' | 'toast' | 'menu' | 'recipe';

/** A host for everything of ours but the marks of cards and rows; all of them share one sheet. */
export function createHost(kind: HostKind): { host: HTMLElement; root: ShadowRoot } {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(base + mark + overlays);
  }
  const made = createHostWithSheet(sheet, kind);
  if (kind !== 'version-mark' && kind !== 'button') made.host.setAttribute('data-vaulted-ui', kind);
  return made;
}
