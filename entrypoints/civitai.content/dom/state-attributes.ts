/** What a mark or a vault button shows; the value of `data-vaulted`. */
export type MarkState = 'in' | 'out' | 'pending' | 'failed' | 'busy' | 'unknown' | 'error';

/** What an element of ours, or a link that is marked by style, says in attributes. */
type StateAttributes = {
  state: MarkState;
  modelId: number | undefined;
  versionId: number | undefined;
  /** Of a model as a whole: how many of its versions are stored. */
  count?: number | undefined;
};

/** Writes the attributes that users' styles rely on; `undefined` removes them. Values that stand already are not written again. */
export function writeAttributes(element: HTMLElement, attributes: StateAttributes | undefined): void {
  // Whole names: the browser keeps those, one that is put together it looks up each time.
  write(element, 'data-vaulted', attributes?.state);
  write(element, 'data-vaulted-model', attributes?.modelId);
  write(element, 'data-vaulted-version', attributes?.versionId);
  write(element, 'data-vaulted-count', attributes?.count);
}

function write(element: HTMLElement, name: string, value: string | number | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}
