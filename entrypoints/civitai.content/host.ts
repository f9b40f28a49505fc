/** What a mark or button shows; the value of `data-vaulted`. */
export type MarkState = 'in' | 'out' | 'pending' | 'failed' | 'busy' | 'unknown' | 'error';

/** Every kind of element that we put into the page; its name is `vaulted-KIND`. */
const KINDS = ['mark', 'button', 'badge', 'connect', 'dialog', 'toast', 'menu', 'recipe'] as const;
export type HostKind = (typeof KINDS)[number];

/** An element of ours with a shadow root that carries the shared sheet: the site's styles stay out, its variables come in. */
export function createHostWith(sheet: CSSStyleSheet, kind: HostKind): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement(`vaulted-${kind}`);
  if (kind !== 'mark' && kind !== 'button' && kind !== 'badge') host.setAttribute('data-vaulted-ui', kind);
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

/** Takes away whatever an earlier copy of this script left behind, for example one that an update cut off. */
export function removeLeftovers(): void {
  const ours = KINDS.map(kind => `vaulted-${kind}`).join();
  for (const element of document.querySelectorAll(ours)) element.remove();
  for (const element of document.querySelectorAll<HTMLElement>('[data-vaulted], [data-vaulted-host]')) {
    writeState(element, undefined);
    delete element.dataset.vaultedHost;
    delete element.dataset.vaultedKind;
  }
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
export function writeState({ dataset }: HTMLElement, attributes: StateAttributes | undefined): void {
  const next = {
    vaulted: attributes?.state,
    vaultedModel: attributes?.modelId,
    vaultedVersion: attributes?.versionId,
    vaultedCount: attributes?.count,
  };
  for (const [key, value] of Object.entries(next)) {
    if (value === undefined) {
      if (key in dataset) delete dataset[key];
    } else if (dataset[key] !== String(value)) dataset[key] = String(value);
  }
}
