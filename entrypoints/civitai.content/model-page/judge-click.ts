import type { Naming } from '@/entrypoints/civitai.content/views/version-name';
import type { Connection } from '@/utils/account/account';
import type { VersionId } from '@/utils/civitai/ids';
import { isInVault, type Target, type VersionFact } from '@/utils/vault/membership';

/** How long after a change the site may still read the state before it: the lag allowance of the vault engine. */
export const SITE_LAG_MS = 15_500;

/** Whether the site's own button acts on the vault that Vaulted shows (site-facts.md H.5): .com and .red log in separately. */
export type Ownership = 'same' | 'other' | 'not-known';

/** `siteUserId`: the account logged in on this host; `undefined` where none is, or it is not known. */
export function ownershipOf(connection: Connection | undefined, siteUserId: number | undefined): Ownership {
  if (connection?.kind !== 'signed-in' || connection.userId === undefined || siteUserId === undefined)
    return 'not-known';
  return connection.userId === siteUserId ? 'same' : 'other';
}

/** The version on screen and what is known of it when the click comes. */
export type OnScreen = {
  versionId: VersionId;
  version: Naming;
  fact: VersionFact | undefined;
  /** The last check of it failed. */
  isUnconfirmed: boolean;
  /** The official button's own toggle was just seen to come through: the next one has to wait. */
  isSettling: boolean;
  ownership: Ownership;
};

/** What Vaulted does about a click on the official button. */
type OfficialClick =
  /** The button does what it says; the new state has to be checked. */
  | { kind: 'let-through'; target: Target }
  /** The button says one thing and would do the other: its label is carried out instead. */
  | { kind: 'carry-out-label'; target: Target }
  /** It takes back what it has just done: that waits its turn, as Vaulted's own intent. */
  | { kind: 'queue'; target: Target }
  /** Vaulted is at work on the version: a flip now would be a guess. */
  | { kind: 'hold-back' }
  /** The click changes the vault of another account. */
  | { kind: 'ignore' };

/**
 * Decides about a click. The button flips blindly (site-facts.md B.3, F.5), so only a true label makes it safe. `loadedAt`, epoch ms:
 * when this page's document was loaded, which is as old as the label can be.
 */
export function judgeClick(
  labelTarget: Target,
  { fact, ownership, isUnconfirmed, isSettling }: Pick<OnScreen, 'fact' | 'ownership' | 'isUnconfirmed' | 'isSettling'>,
  loadedAt: number,
): OfficialClick {
  if (ownership === 'other') return { kind: 'ignore' };
  // Perhaps another account's vault: the click goes through, but our own vault may have changed.
  if (ownership === 'not-known') return { kind: 'let-through', target: labelTarget };
  if (fact?.activity) return { kind: 'hold-back' };
  const flipTarget: Target = fact && isInVault(fact.state) ? 'out' : 'in';
  if (isSettling && labelTarget === flipTarget) return { kind: 'queue', target: labelTarget };
  if (!fact || labelTarget === flipTarget || !isBetterThanLabel(fact, isUnconfirmed, loadedAt))
    return { kind: 'let-through', target: labelTarget };
  return { kind: 'carry-out-label', target: labelTarget };
}

/**
 * True if the fact can prove the label wrong. The site reads the label once in a document's life and then only inverts it, so a fact
 * older than the document and its lag proves nothing. An unconfirmed fact only protects from a flip that would remove.
 */
function isBetterThanLabel(fact: VersionFact, isUnconfirmed: boolean, loadedAt: number): boolean {
  const isNewer = fact.asOf + SITE_LAG_MS >= loadedAt;
  return fact.state !== 'unknown' && isNewer && (isInVault(fact.state) || !isUnconfirmed);
}
