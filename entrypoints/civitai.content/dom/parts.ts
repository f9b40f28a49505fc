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

/**
 * Shows this text where the pointer rests on the element. Its accessible name has the same words: a reader would say a title that is
 * always there after it.
 */
export function createTooltip(element: HTMLElement): (text: string) => void {
  let [text, isPointed] = ['', false];
  const draw = (): void => {
    if (isPointed) element.title = text;
    else element.removeAttribute('title');
  };
  const point = (isOn: boolean) => (): void => {
    isPointed = isOn;
    draw();
  };
  element.addEventListener('pointerenter', point(true));
  element.addEventListener('pointerleave', point(false));
  return next => {
    text = next;
    draw();
  };
}
