/** Why a version can't be added, or can't be removed through the API (site-facts.md F.4). */
export type Obstacle =
  | 'early-access'
  | 'generation-only'
  | 'unpublished'
  | 'gone'
  | 'private'
  | 'no-files'
  | 'not-known';

/** Everything that can go wrong, as one union. Times are epoch ms, sizes are KB of 1,024 bytes. */
export type Problem =
  /** No key is stored. `isForgotten`: the user chose to store it only until the browser closes. */
  | { kind: 'not-signed-in'; isForgotten?: boolean }
  /** The intent was made under another sign-in than the present one: nothing was done. */
  | { kind: 'other-session' }
  /** The API answered 401: the key is wrong or was revoked. */
  | { kind: 'key-refused' }
  /** The key may read the vault but not change it (`/me` tokenScope, site-facts.md H.2). */
  | { kind: 'read-only-key' }
  /** The vault is read with the site's login, which can't change it. */
  | { kind: 'needs-key' }
  /** The site doesn't take its own login from the extension: 401, 403, or a page instead of data. */
  | { kind: 'login-refused' }
  /** Another user than before is logged in on the site, or none: what was read is dropped. */
  | { kind: 'login-changed' }
  /** The account has no vault: it never had a membership. */
  | { kind: 'no-vault' }
  /** The account had a membership: its items are still there, but nothing can be added. */
  | { kind: 'lapsed' }
  | { kind: 'over-quota'; sizeKb?: number; freeKb?: number }
  /** An add was refused because of the version itself. */
  | { kind: 'not-available'; obstacle: Obstacle }
  /** A removal was refused because of the version itself; only the site's own vault page can do it. */
  | { kind: 'removal-refused'; obstacle: Obstacle }
  /** 429. `until` is when the next request may go out, at most {@link LONGEST_PAUSE_MS} after the answer. */
  | { kind: 'limited'; until: number }
  | { kind: 'offline' }
  | { kind: 'timed-out' }
  /** 403, usually from the protection in front of the site. */
  | { kind: 'blocked' }
  /** 451 (site-facts.md E). */
  | { kind: 'region-blocked' }
  /** 5xx without a reason we know. */
  | { kind: 'site-error' }
  /** HTML, half a document, or JSON of another shape. */
  | { kind: 'unreadable' }
  /** Larger or deeper than any answer of the site: it was put aside unread. */
  | { kind: 'oversized' }
  /** The vault's list doesn't end, or names another number of items than it shows. */
  | { kind: 'endless-list' }
  /** The request was sent; whether it took effect is still being checked. */
  | { kind: 'unsettled'; target: 'in' | 'out' }
  /** The request was sent, and a check has shown that it had no effect. */
  | { kind: 'not-done'; target: 'in' | 'out' }
  /** The version was changed a moment ago: the next request waits until every copy of Civitai's database has the change. */
  | { kind: 'just-changed' }
  /** The removal could not be sent within its 60 s: nothing was changed. */
  | { kind: 'removal-expired' }
  /** The worker or, with `isSignedOut`, the session ended within a removal's grace: nothing was changed. */
  | { kind: 'removal-unsent'; isSignedOut?: true }
  /** A page's removal that only the user can confirm, in a window of the extension. `until`: nothing is asked before (`silent`). */
  | { kind: 'asked-elsewhere'; outcome: 'opened' | 'already-open' | 'failed' | 'silent'; until?: number }
  /** What all pages of the site together, or this one, may cause is used up until then. */
  | { kind: 'page-limit'; of: 'checks' | 'additions'; until: number }
  /** Another client changed the same version at the same moment. `now` is the server's last word. */
  | { kind: 'contradicted'; target: 'in' | 'out'; now: 'in' | 'out' }
  /** The vault holds the version more than once; a removal would delete every copy. `sizeKb`: one of them. */
  | { kind: 'duplicated'; copies?: number; sizeKb?: number }
  /** What Vaulted has stored was written by a newer release. */
  | { kind: 'storage-newer' }
  /** What Vaulted has stored can't be read any more. */
  | { kind: 'storage-damaged' }
  /** The browser doesn't let Vaulted store anything. */
  | { kind: 'storage-refused' }
  /** The browser refuses the database: the key and what was sent are kept until it closes, and the vault's list nowhere. */
  | { kind: 'storage-brief' }
  | { kind: 'storage-full' }
  /** What was stored is gone: for a minute nothing is sent, because it isn't known what was sent just before. */
  | { kind: 'storage-lost' }
  /** The browser's user withheld access to the site from the extension. */
  | { kind: 'host-not-granted' }
  | { kind: 'unexpected' };

/** The longest pause that the site may ask for: a wrong or hostile answer must not lock the user out for the day. */
export const LONGEST_PAUSE_MS = 15 * 60_000;

export type ProblemKind = Problem['kind'];

/** A success or a failure as a value: a message can carry it without losing the kind. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** A success carrying `value`. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failure carrying `problem`. */
export function fail(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem };
}
