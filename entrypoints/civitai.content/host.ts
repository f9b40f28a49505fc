import css from './mark.css?inline';

/** What a mark or button shows; the value of `data-vaulted`. */
export type MarkState = 'in' | 'out' | 'pending' | 'failed' | 'busy' | 'unknown' | 'error';

let sheet: CSSStyleSheet | undefined;

function sharedSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}

/** An element of ours with a shadow root that carries the one shared sheet: the site's styles stay out, its variables come in. */
export function createHost(kind: 'mark' | 'button' | 'connect' | 'dialog' | 'toast'): {
  host: HTMLElement;
  root: ShadowRoot;
} {
  const host = document.createElement(`vaulted-${kind}`);
  if (kind !== 'mark' && kind !== 'button') host.setAttribute('data-vaulted-ui', kind);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sharedSheet()];
  return { host, root };
}

/** An element with a `part` name, for users' styles. */
export function createPart<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  part: string,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.setAttribute('part', part);
  if (text) element.textContent = text;
  return element;
}

/** Takes away whatever an earlier copy of this script left behind, for example one that an update cut off. */
export function removeLeftovers(): void {
  for (const element of document.querySelectorAll(
    'vaulted-mark, vaulted-button, vaulted-connect, vaulted-dialog, vaulted-toast',
  )) {
    element.remove();
  }
}
