/** The pointer means something once it has rested this long: sweeping over a page asks nothing. */
export const REST_MS = 250;

/** Calls `rested` when the pointer has stayed on the element for a while or a key has brought the focus there. */
export function watchRest(element: HTMLElement, rested: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  element.addEventListener('pointerenter', event => {
    clearTimeout(timer);
    if (event.pointerType !== 'touch') timer = setTimeout(rested, REST_MS);
  });
  element.addEventListener('pointerleave', () => clearTimeout(timer));
  element.addEventListener('focus', rested);
}
