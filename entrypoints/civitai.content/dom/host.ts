/** What a mark or button shows; the value of `data-vaulted`. */
export type MarkState = 'in' | 'out' | 'pending' | 'failed' | 'busy' | 'unknown' | 'error';

/** An element of ours with a shadow root that carries the shared sheet: the site's styles stay out, its variables come in. */
export function createHostWithSheet(sheet: CSSStyleSheet, kind: string): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement(`vaulted-${kind}`);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
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

/** A name that people gave: written in its own direction, whatever stands around it. */
export function createName(tag: 'strong' | 'span', part: string, text: string): HTMLElement {
  const element = createPart(tag, part, text);
  element.dir = 'auto';
  return element;
}

/** Takes away whatever an earlier copy of this script left behind, for example one that an update cut off. */
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

/** True for the elements that we put into the page. */
export function isOurs(element: Element): boolean {
  return element.localName.startsWith('vaulted-');
}

/** What an element of ours, or a link that we mark by style, says of itself in attributes. */
export type StateAttributes = {
  state: MarkState;
  modelId: number | undefined;
  versionId: number | undefined;
  /** Of a model as a whole: how many of its versions are in. */
  count?: number | undefined;
};

/** Writes the attributes that users' styles and tests rely on; `undefined` takes them away. Writes nothing that is so already. */
export function writeAttributes(element: HTMLElement, attributes: StateAttributes | undefined): void {
  write(element, '', attributes?.state);
  write(element, '-model', attributes?.modelId);
  write(element, '-version', attributes?.versionId);
  write(element, '-count', attributes?.count);
}

function write(element: HTMLElement, what: string, value: string | number | undefined): void {
  const name = `data-vaulted${what}`;
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}
