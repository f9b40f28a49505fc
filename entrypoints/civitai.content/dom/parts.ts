/**
 * An element of a shadow root, named for our own style sheets. Pages may style what has a `part` name: only what does nothing when it is
 * pressed has one.
 */
export function createPart<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.setAttribute(name === 'icon' || name === 'label' ? 'part' : 'class', name);
  if (text) element.textContent = text;
  return element;
}

/** A name that a user of the site chose: written in its own direction, whatever stands around it. */
export function createName(tag: 'strong' | 'span', part: string, text: string): HTMLElement {
  const element = createPart(tag, part, text);
  element.dir = 'auto';
  return element;
}
