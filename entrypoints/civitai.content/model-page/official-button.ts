import { findOfficialButton } from '@/entrypoints/civitai.content/surfaces/model-page';
import { compose } from '@/entrypoints/civitai.content/views/compose';
import type { VersionId } from '@/utils/civitai/ids';
import type { Target } from '@/utils/vault/membership';
import { judgeClick, type OnScreen, SITE_LAG_MS } from './judge-click';

/** What the page does about a click, in the words of `Intents`. */
type Reactions = {
  onScreen(): OnScreen | undefined;
  submitLabel(target: Target, versionId: VersionId, name: string): void;
  /** The site's own toggle goes out now. */
  markUncertain(versionId: VersionId, target: Target): void;
  /** Checks can be believed again. */
  checkAgain(versionId: VersionId): void;
  /** Shows the user a sentence. */
  say(text: string): void;
};

/** Listens to the site's own vault button. Stops a click only where the label is wrong, and then does what the label says. */
export function watchOfficialButton(reactions: Reactions, signal: AbortSignal): void {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const stop = (): void => {
    for (const timer of timers) clearTimeout(timer);
  };
  signal.addEventListener('abort', stop, { once: true });
  const checkLater = (versionId: VersionId): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      reactions.checkAgain(versionId);
    }, SITE_LAG_MS);
    timers.add(timer);
  };
  // On `window`, before React's own listener on its root.
  window.addEventListener('click', event => handleClick(event, reactions, checkLater), { capture: true, signal });
}

function handleClick(event: MouseEvent, reactions: Reactions, checkLater: (versionId: VersionId) => void): void {
  // A script's click is the site's own business.
  const official = event.isTrusted && event.target instanceof Element ? findOfficialButton(event.target) : undefined;
  const shown = official && reactions.onScreen();
  if (!official || !shown) return;
  const { versionId, name } = shown;
  // The first stands still while the clock is set, the second while the computer sleeps: the earlier one is right.
  const loadedAt = Math.min(performance.timeOrigin, Date.now() - performance.now());
  const verdict = judgeClick(official.labelTarget, shown, loadedAt);
  if (verdict.kind === 'ignore') return;
  if (verdict.kind === 'let-through') {
    reactions.markUncertain(versionId, verdict.target);
    checkLater(versionId);
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (verdict.kind === 'carry-out-label') reactions.submitLabel(verdict.target, versionId, name);
  else reactions.say(compose('toast.working', { version: name }));
}
