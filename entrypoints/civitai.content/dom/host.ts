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

/** Every element of ours is a plain one: a page can define an element with a hyphen in its name, and then reads its closed root. */
const HOST = 'span';
const OURS = 'span:is([data-vaulted-kind],[data-vaulted-ui])';

/** An element for the page. Its kind is in `data-vaulted-kind` where it has a state, and in `data-vaulted-ui` where it has none. */
export function createHostElement(): HTMLElement {
  return document.createElement(HOST);
}

/** Gives a host of ours its closed shadow root and its sheet: the site's scripts and styles stay out, its variables come in. */
export function attachSheet(host: HTMLElement, sheet: CSSStyleSheet): ShadowRoot {
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheet];
  return root;
}

/** Removes what an earlier copy of this script left in the page, for example one that an update cut off. */
export function removeLeftovers(): void {
  for (const element of document.querySelectorAll<HTMLElement>(
    '[data-vaulted],[data-vaulted-ui],[data-vaulted-host]',
  )) {
    // Earlier releases used names with a hyphen.
    if (isOurs(element) || element.localName.startsWith('vaulted-')) element.remove();
    writeAttributes(element, undefined);
    delete element.dataset.vaultedHost;
    delete element.dataset.vaultedKind;
  }
}

/** True for what happened in the shadow of `element`'s host, or on `element` itself where it stands in the page. */
export function isAt(event: Event, element: Element): boolean {
  const root = element.getRootNode();
  return event.composedPath().includes(root instanceof ShadowRoot ? root.host : element);
}

/** True for the elements that Vaulted puts into the page. */
export function isOurs(element: Element): boolean {
  // Most elements of a page are none that could be.
  return element.localName === HOST && element.matches(OURS);
}
