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
  write(element, '', attributes?.state);
  write(element, '-model', attributes?.modelId);
  write(element, '-version', attributes?.versionId);
  write(element, '-count', attributes?.count);
}

function write(element: HTMLElement, suffix: string, value: string | number | undefined): void {
  const name = `data-vaulted${suffix}`;
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}
