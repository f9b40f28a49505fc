import { writeAttributes } from './state-attributes';

/** A style sheet that is made when it is first asked for; every host that adopts it shares it. */
export function createLazySheet(css: () => string): () => CSSStyleSheet {
  let sheet: CSSStyleSheet | undefined;
  return () => {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css());
    }
    return sheet;
  };
}

/** An element of ours with a shadow root and its sheet: the site's styles stay out, its variables come in. */
export function createHostWithSheet(sheet: CSSStyleSheet, kind: string): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement(`vaulted-${kind}`);
  return { host, root: attachSheet(host, sheet) };
}

/** Gives a host of ours its shadow root and its sheet. */
export function attachSheet(host: HTMLElement, sheet: CSSStyleSheet): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  return root;
}

/** Removes what an earlier copy of this script left in the page, for example one that an update cut off. */
export function removeLeftovers(): void {
  for (const element of document.querySelectorAll<HTMLElement>(
    '[data-vaulted],[data-vaulted-ui],[data-vaulted-host]',
  )) {
    if (isOurs(element)) element.remove();
    writeAttributes(element, undefined);
    delete element.dataset.vaultedHost;
    delete element.dataset.vaultedKind;
  }
}

/** True for the elements that Vaulted puts into the page. */
export function isOurs(element: Element): boolean {
  return element.localName.startsWith('vaulted-');
}
