import type { IntentRow, JournalRow, PostRow } from '@/entrypoints/background/storage/rows';
import type { Sighting } from '@/entrypoints/background/vault/check-batch';
import type { VersionId } from '@/utils/civitai/ids';
import type { Problem, Result } from '@/utils/problem';
import type { Activity, VersionFact } from '@/utils/vault/membership';

/** One wish on its way, and everybody who waits for it. */
export type Intent = {
  row: IntentRow;
  waiting: ((result: Result<VersionFact>) => void)[];
  /** `elapsed()` when a removal was confirmed, for an addition when it was wished: the clock may be set, this may not. */
  meantAt: number;
  /** It is in the journal. Only then is it shown: what pages see going on, a new worker has to know of as well. */
  isWritten: boolean;
  /** Not to be sent before this moment (`elapsed()`). */
  notBefore: number;
};

/** Everything about one version that is not settled. Wishes of all tabs stand in one line; one function at a time works on it. */
export type Line = {
  readonly versionId: VersionId;
  intent: Intent | undefined;
  next: Intent | undefined;
  post: PostRow | undefined;
  /** `elapsed()` at which `post.ageMs` was true. */
  postAsOf: number;
  /** The answer was heard by this worker just now: it may serve as knowledge, and does not have to be older than it seems. */
  isHeard: boolean;
  /** Age of the post at which to look next. */
  lookAtAge: number;
  /** Failed looks in a row while nobody waits. */
  stumbles: number;
  /** A check so young that it needs no repeating. */
  fresh: Sighting | undefined;
  /** Settled, and shown as going on until that is written. */
  closing: Intent | undefined;
  /** A wish is settled that pages may not have heard of yet. */
  untold: boolean;
  /** What is being done for `intent`. */
  doing: Pick<Activity, 'phase' | 'reason'>;
  doingSince: number;
  isDriven: boolean;
  /** Cuts a pause short. */
  bell: AbortController | undefined;
};

/** A line with nothing in it. */
export function createLine(versionId: VersionId): Line {
  return {
    versionId,
    intent: undefined,
    next: undefined,
    post: undefined,
    postAsOf: 0,
    isHeard: false,
    lookAtAge: 0,
    stumbles: 0,
    fresh: undefined,
    closing: undefined,
    untold: false,
    doing: { phase: 'waiting' },
    doingSince: 0,
    isDriven: false,
    bell: undefined,
  };
}

/** True while the current wish has been sent and nobody knows yet what came of it. */
export function isOut({ intent, post }: Line): boolean {
  return Boolean(intent && intent.row.posts > 0 && post && post.answer === undefined);
}

/** So much time has passed at least since the answer, or since sending while there is none. */
export function postAge(line: Line, post: PostRow, at: number): number {
  return post.ageMs + at - line.postAsOf;
}

/** Brings `post.ageMs` up to date, so that a restart goes on from here. */
export function agePost(line: Line, at: number): void {
  if (line.post) line.post.ageMs = postAge(line, line.post, at);
  line.postAsOf = at;
}

/**
 * Somebody else has toggled the version since. What the request was answered is history, and counts only as the last change that a
 * replica may not know; of one without an answer the storage used tells nothing any more.
 */
export function overtakePost(line: Line, post: PostRow, at: number): void {
  post.overtaken = true;
  line.isHeard = false;
  if (post.answer === undefined) post.usedKb = undefined;
  else {
    post.ageMs = 0;
    line.postAsOf = at;
    line.lookAtAge = 0;
  }
}

/** What the journal says of the line; `undefined` if there is nothing to settle. */
export function rowOfLine({ versionId, intent, next, post, untold }: Line): JournalRow | undefined {
  if (!intent && !next && !post && !untold) return undefined;
  return {
    versionId,
    intent: intent && { ...intent.row },
    next: next && { ...next.row },
    post: post && { ...post },
    untold,
  };
}

/** What users see going on. The newest wish is what they asked for, even while an older one is out. */
export function activityOfLine({ intent, next, closing, doing, doingSince }: Line): Activity | undefined {
  const current = intent?.isWritten ? intent : closing;
  if (!current) return undefined;
  if (!next?.isWritten) return { target: current.row.target, ...doing, since: doingSince };
  const reason: Problem = { kind: 'unsettled', target: current.row.target };
  return { target: next.row.target, phase: 'waiting', since: next.row.askedAt, reason };
}
