import type { Intents } from '@/entrypoints/civitai.content/actions/intents';
import { findOfficialButton } from '@/entrypoints/civitai.content/surfaces/model-page';
import { compose } from '@/entrypoints/civitai.content/views/compose';
import { describeWhole } from '@/entrypoints/civitai.content/views/version-name';
import type { VersionId } from '@/utils/civitai/ids';
import { isCutOff } from '@/utils/texts/template';
import type { Target } from '@/utils/vault/membership';
import { judgeClick, type OnScreen, SITE_LAG_MS } from './judge-click';

/** What the page does about a click. */
type Reactions = Pick<Intents, 'submitLabel' | 'markUncertain' | 'showFlipped' | 'checkAgain' | 'press' | 'say'> & {
  onScreen(): OnScreen | undefined;
};

type Watch = { readonly reactions: Reactions; readonly signal: AbortSignal };

/** Listens to the site's own vault button. Stops a click only where the label is wrong or has to wait, and then does what the label says. */
export function watchOfficialButton(reactions: Reactions, signal: AbortSignal): void {
  // On `window`, before React's own listener on its root.
  window.addEventListener('click', event => handleClick(event, { reactions, signal }), { capture: true, signal });
}

function handleClick(event: MouseEvent, watch: Watch): void {
  const { reactions, signal } = watch;
  // A script's click is the site's own business, and so is every click once an update has cut this script off.
  const mayStop = event.isTrusted && !isCutOff();
  const official = mayStop && event.target instanceof Element ? findOfficialButton(event.target) : undefined;
  const shown = official && reactions.onScreen();
  if (!official || !shown) return;
  const { versionId, version, fact } = shown;
  // The first stands still while the clock is set, the second while the computer sleeps: the earlier one is right.
  const loadedAt = Math.min(performance.timeOrigin, Date.now() - performance.now());
  const verdict = judgeClick(official.labelTarget, shown, loadedAt);
  if (verdict.kind === 'ignore') return;
  if (verdict.kind === 'let-through') {
    reactions.markUncertain(versionId, verdict.target);
    followToggle(watch, official.element, verdict.target, shown);
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (verdict.kind === 'carry-out-label') reactions.submitLabel(verdict.target, versionId, version);
  else if (verdict.kind === 'queue') reactions.press(version, versionId, fact, signal);
  else reactions.say(compose('toast.working', { version: describeWhole({ ...version, versionId }) }));
}

/**
 * Shows the new state when the site's own label does (site-facts.md "Seen on the second look"), and checks it once checks can be believed.
 * Of another account's vault the label says nothing.
 */
function followToggle({ reactions, signal }: Watch, element: Element, target: Target, shown: OnScreen): void {
  const { versionId, ownership } = shown;
  const observer = new MutationObserver(() => {
    const label = findOfficialButton()?.labelTarget;
    if (label === undefined || label === target) return;
    observer.disconnect();
    // Another version that was selected meanwhile has a label of its own.
    if (isShown(reactions, versionId)) reactions.showFlipped(versionId);
  });
  const row = element.parentElement;
  if (row && ownership === 'same')
    observer.observe(row, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-label'] });
  const timer = setTimeout(() => {
    end();
    reactions.checkAgain(versionId);
  }, SITE_LAG_MS);
  const end = (): void => {
    observer.disconnect();
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  };
  signal.addEventListener('abort', end);
}

function isShown({ onScreen }: Reactions, versionId: VersionId): boolean {
  return onScreen()?.versionId === versionId;
}
