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

/** A name that a user of the site chose: written in its own direction, whatever stands around it. */
export function createName(tag: 'strong' | 'span', part: string, text: string): HTMLElement {
  const element = createPart(tag, part, text);
  element.dir = 'auto';
  return element;
}
