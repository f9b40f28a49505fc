import type { Problem } from '@/utils/problem';

/** Whose vault this is, as far as anyone but the background may know. */
export type Connection =
  /** `isForgotten`: the key was to be kept only until the browser closed, and it has been. */
  | { kind: 'signed-out'; isForgotten?: boolean }
  /** A key is stored, but the API refuses it. */
  | { kind: 'key-refused' }
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
    };

/** Tells sign-ins apart, and being signed in from not being so: what was known under another value must be thrown away. */
export function sessionOf(connection: Connection | undefined): string | undefined {
  return connection?.kind === 'signed-in' ? connection.session : connection?.kind;
}

/** `never`: no vault; `lapsed`: a vault without room for anything new; `unknown`: not asked yet. */
export type Membership = 'member' | 'lapsed' | 'never' | 'unknown';

/** Room in the vault. KB of 1,024 bytes; `usedKb` may be larger than `totalKb`. */
export type Quota = { usedKb: number; totalKb: number; updatedAt: string };

/** What the popup shows, kept so that it opens with the last known figures at once. */
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
  /** The key is kept only until the browser closes, and so is this. */
  isBrief?: boolean;
  /** Absent for an account that never had a vault. */
  quota?: Quota;
  itemCount?: number;
  /** Why it could not be counted. */
  countProblem?: Problem;
  /** When the server said so, epoch ms. */
  asOf: number;
};
