import base from './base.css?inline';
import { createHostWith, type HostKind } from './host';
import mark from './mark.css?inline';
import overlays from './overlays.css?inline';

let sheet: CSSStyleSheet | undefined;

/** A host for everything of ours but the marks of cards and rows; all of them share one sheet. */
export function createHost(kind: Exclude<HostKind, 'badge'>): { host: HTMLElement; root: ShadowRoot } {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(base + mark + overlays);
  }
  return createHostWith(sheet, kind);
}
