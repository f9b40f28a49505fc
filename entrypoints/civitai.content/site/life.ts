import { browser } from 'wxt/browser';
import { isCutOff } from '@/utils/texts/template';

/**
 * Moments before the user can see or use a mark again after an update, which takes place while the browser is idle or elsewhere. A
 * click comes alone from assistive technology: a script that was cut off must not stop it.
 */
const CHECKED_AT = ['visibilitychange', 'focus', 'pointerover', 'pointerdown', 'keydown', 'click', 'scroll'];

declare global {
  // In the world of our scripts: a new one after every update, so that only a living copy is found there.
  var vaultedLife: AbortSignal | undefined;
}

/**
 * The life of the one copy of this script in a document. It aborts once the extension has gone, or a copy of its next start takes the
 * place. `undefined`: a copy lives here already, and this one has to end.
 */
export function beginLife(): AbortSignal | undefined {
  const before = globalThis.vaultedLife;
  // An element of the page whose id is that name would be found there, too.
  if (before instanceof AbortSignal && !before.aborted) return undefined;
  const life = new AbortController();
  const { signal } = life;
  globalThis.vaultedLife = signal;
  const end = (): void => life.abort();
  // Releases with WXT's own context hear and say the same.
  const started = `${browser.runtime.id}:civitai:wxt:content-script-started`;
  document.dispatchEvent(new CustomEvent(started, { detail: { contentScriptName: 'civitai' } }));
  document.addEventListener(started, end, { signal });
  // No event tells a script that an update has cut it off. On `window` first, before any listener that acts.
  for (const type of CHECKED_AT)
    window.addEventListener(type, () => isCutOff() && end(), { capture: true, passive: true, signal });
  return signal;
}
