import type { OnDemandLoader } from './loader';

/**
 * Loads the on-demand script when the user first reaches for a link that is marked by style alone, or comes by keyboard. The script gets
 * the event that it was too late for. Marks with an element of their own load it themselves.
 */
export function loadForTextLinks(onDemand: OnDemandLoader, signal: AbortSignal): void {
  let last: Event | undefined;
  const load = (event: Event): void => {
    if (!event.isTrusted) return;
    last = event;
    if (onDemand.current() || !(event.target instanceof Element)) return;
    // Over a mark's own element the pointer has to rest first, but a finger may stay there, and a key press it.
    const marked = /down$/.test(event.type) ? '[data-vaulted]' : 'a[data-vaulted]';
    const isKey = event instanceof KeyboardEvent && /^(Tab|F2)$/.test(event.key);
    if (!isKey && !event.target.closest(marked)) return;
    // After another event the pointer has moved on.
    void onDemand.load().then(script => last === event && script?.handleEarlyEvent(event));
  };
  for (const name of ['pointerover', 'pointerdown', 'pointerup', 'pointercancel', 'focusin', 'keydown']) {
    window.addEventListener(name, load, { capture: true, signal });
  }
}
