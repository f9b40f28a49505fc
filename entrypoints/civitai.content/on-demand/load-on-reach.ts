import type { OnDemandLoader } from './loader';

/**
 * Brings the second script when a person first reaches for a link that is marked by style alone, and gives it the event that nobody
 * there could hear yet. Marks of their own bring it themselves.
 */
export function loadOnReach(onDemand: OnDemandLoader, signal: AbortSignal): void {
  let last: Event | undefined;
  const hear = (event: Event): void => {
    last = event;
    if (onDemand.current() || !(event.target instanceof Element) || !event.target.closest('a[data-vaulted]')) return;
    // Where something else has happened meanwhile, the pointer has gone on.
    void onDemand.load().then(look => last === event && look?.handleReach(event));
  };
  for (const name of ['pointerover', 'pointerdown', 'pointerup', 'pointercancel', 'focusin']) {
    document.addEventListener(name, hear, { capture: true, signal });
  }
}
