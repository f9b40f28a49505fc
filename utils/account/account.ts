import type { Problem } from '@/utils/problem';
import type { Quota } from '@/utils/vault/storage-state';

/** The account whose vault is shown, without the key: only the background may see that. */
export type Connection =
  /** `isForgotten`: the user chose to store the key only until the browser closes, and it has closed. */
  | {
      kind: 'signed-out';
      isForgotten?: boolean;
      /** Only in a tab: the vault is read with the site's login of this user, and the tab is logged in as another. */
      isLogin?: true;
      username?: string;
    }
  /** A key is stored, but the API refuses it. */
  | { kind: 'key-refused' }
  /** What is stored can't be read, so it isn't known whether a key is stored. */
  | { kind: 'no-store'; problem: Problem }
  | {
      kind: 'signed-in';
      /** Changes with every sign-in: facts of another value must be thrown away. */
      session: string;
      /** Absent where `/me` refuses a key limited to the vault. */
      userId?: number;
      username?: string;
      /** `free` when `/me` names no tier (site-facts.md F.10); absent where `/me` was refused. */
      tier?: string;
      membership: Membership;
      canWrite: boolean;
      /** There is no key: the vault of the user who is logged in on civitai.com, read only. */
      isLogin?: true;
    };

/** A value that changes with every sign-in and sign-out. Facts of another value must be thrown away. */
export function sessionOf(connection: Connection | undefined): string | undefined {
  return connection?.kind === 'signed-in' ? connection.session : connection?.kind;
}

/** `never`: no vault; `lapsed`: a vault to which nothing can be added; `unknown`: not asked yet. */
export type Membership = 'member' | 'lapsed' | 'never' | 'unknown';

/** Why nothing can be added to a vault, as far as its account's membership says so. */
export type MembershipProblem = 'lapsed' | 'no-vault';

/** `undefined`: the membership stands in the way of nothing, or isn't known. */
export function problemOf(membership: Membership): MembershipProblem | undefined {
  if (membership === 'never') return 'no-vault';
  return membership === 'lapsed' ? membership : undefined;
}

/** The figures of the account, stored so that the popup opens with them at once. */
export type Snapshot = {
  session: string;
  /** Last four characters of the key; the rest is never shown again. */
  keyTail: string;
  username?: string;
  tier?: string;
  membership: Membership;
  canWrite: boolean;
  /** The key's permission bits, where `/me` names them (site-facts.md H.2). */
  keyScope?: number;
  /** There is no key: the vault is read with the site's login. */
  isLogin?: true;
  /** The key is stored only until the browser closes, and so are these figures. */
  isBrief?: boolean;
  /** This browser lets nothing be stored on the disk: the vault's list isn't kept. */
  hasNoList?: boolean;
  /** Absent for an account that never had a vault. */
  quota?: Quota;
  itemCount?: number;
  /** Why the items could not be counted. */
  countProblem?: Problem;
  /** When the server answered, epoch ms. */
  asOf: number;
  /**
   * The storage used is no longer as the server said: `computed` from what own requests have changed since; `outdated`: it has changed by
   * an amount that isn't known.
   */
  usage?: 'computed' | 'outdated';
  /** False: name, tier and permissions are those of an earlier answer. */
  isOwnerFresh?: boolean;
};
