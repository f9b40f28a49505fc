import { findOfficialButton } from '@/entrypoints/civitai.content/surfaces/model-page';
import type { Connection } from '@/utils/account/account';
import type { VersionId } from '@/utils/civitai/ids';
import { isInVault, type Target, type VersionFact } from '@/utils/vault/membership';

/** How long after a change the site may still read what was before it: the lag allowance of the vault engine. */
const LEARN_AFTER_MS = 15_500;

/** Whether the site's own button acts on the vault that Vaulted shows (site-facts.md H.5): .com and .red log in separately. */
export type Ownership = 'same' | 'other' | 'not-known';

/** `siteUserId`: who is logged in on this host; `undefined` where that is not known, or nobody is. */
export function ownershipOf(connection: Connection | undefined, siteUserId: number | undefined): Ownership {
  if (connection?.kind !== 'signed-in' || connection.userId === undefined || siteUserId === undefined)
    return 'not-known';
  return connection.userId === siteUserId ? 'same' : 'other';
}

/** What a click on the official button comes to. */
export type OfficialClick =
  /** It does what it says; the new state is to be learnt. */
  | { kind: 'let-through'; means: Target }
  /** It says one thing and would do the other: its label is carried out instead. */
  | { kind: 'carry-out'; means: Target }
  /** Something is being done already: a flip would be a guess. */
  | { kind: 'hold-back' }
  /** Somebody else's vault, as far as we know. */
  | { kind: 'none' };

/**
 * Decides about a click. The button flips blindly (site-facts.md B.3, F.5), so only its label's agreement makes it safe. `loadedAt`,
 * epoch ms: when this page's document was loaded, which is as old as the label can be.
 */
export function judgeClick(
  says: Target,
  { fact, ownership, isDoubtful }: Pick<OnScreen, 'fact' | 'ownership' | 'isDoubtful'>,
  loadedAt: number,
): OfficialClick {
  if (ownership === 'other') return { kind: 'none' };
  // Perhaps somebody else's vault: nothing to stand in the way of, but our own may have changed.
  if (ownership === 'not-known') return { kind: 'let-through', means: says };
  if (fact?.activity) return { kind: 'hold-back' };
  const would: Target = fact && isInVault(fact.state) ? 'out' : 'in';
  if (!fact || says === would || !isBetterThanLabel(fact, isDoubtful, loadedAt))
    return { kind: 'let-through', means: says };
  return { kind: 'carry-out', means: says };
}

/**
 * True if we may say that the label is wrong. The site reads it once in a document's life and then only inverts it, so what is older
 * than the document, and than the lag of what the document was made from, says nothing against it; and what the last look could not
 * confirm only protects from a flip that would remove.
 */
function isBetterThanLabel(fact: VersionFact, isDoubtful: boolean, loadedAt: number): boolean {
  const isNewer = fact.asOf + LEARN_AFTER_MS >= loadedAt;
  return fact.state !== 'unknown' && isNewer && (isInVault(fact.state) || !isDoubtful);
}

/** The version on screen and what is known of it, when the click comes. */
export type OnScreen = {
  versionId: VersionId;
  name: string;
  fact: VersionFact | undefined;
  /** The last look at it failed. */
  isDoubtful: boolean;
  ownership: Ownership;
};

type Reactions = {
  onScreen(): OnScreen | undefined;
  carryOut(shown: OnScreen, means: Target): void;
  holdBack(): void;
  /** The site's own toggle goes out now. */
  letThrough(versionId: VersionId, means: Target): void;
  /** Checks can be believed again. */
  learn(versionId: VersionId): void;
};

/** What the page does about a click, in the words of `intents`. */
export function reactWith(
  intents: {
    submitLabel(means: Target, versionId: VersionId, name: string): void;
    markUncertain(versionId: VersionId, means: Target): void;
    checkAgain(versionId: VersionId): void;
  },
  say: (text: string) => void,
): Omit<Reactions, 'onScreen'> {
  return {
    carryOut: ({ versionId, name }, means) => intents.submitLabel(means, versionId, name),
    holdBack: () => say('Vaulted is still working on this version. Try again in a moment.'),
    letThrough: intents.markUncertain,
    learn: intents.checkAgain,
  };
}

/** Listens to the site's own vault button. Stands in its way only where its label is wrong, and then does what the label says. */
export function watchOfficialButton(reactions: Reactions, signal: AbortSignal): void {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const stop = (): void => {
    for (const timer of timers) clearTimeout(timer);
  };
  signal.addEventListener('abort', stop, { once: true });
  const listen = (event: MouseEvent): void => {
    // A script's click is the site's own business.
    const official = event.isTrusted && event.target instanceof Element ? findOfficialButton(event.target) : undefined;
    const shown = official && reactions.onScreen();
    if (!official || !shown) return;
    const verdict = judgeClick(official.says, shown, performance.timeOrigin);
    if (verdict.kind === 'none') return;
    if (verdict.kind === 'let-through') {
      reactions.letThrough(shown.versionId, verdict.means);
      const timer = setTimeout(() => {
        timers.delete(timer);
        reactions.learn(shown.versionId);
      }, LEARN_AFTER_MS);
      timers.add(timer);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (verdict.kind === 'carry-out') reactions.carryOut(shown, verdict.means);
    else reactions.holdBack();
  };
  // On `window`, before React's own listener on its root hears of it.
  window.addEventListener('click', listen, { capture: true, signal });
}
