/**
 * True for a key that an input method takes: it belongs to the text that is being written and means nothing else. Safari and some input
 * methods say so by the number 229 alone (UI Events, "keyCode").
 */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229;
}
