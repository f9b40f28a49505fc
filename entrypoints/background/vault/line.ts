import type { VersionId } from '../../../utils/ids';
import type { Activity, VersionFact } from '../../../utils/membership';
import type { Problem, Result } from '../../../utils/problem';
import type { Wish } from '../../../utils/protocol';
import type { Sighting } from './check-batch';
import type { IntentRow, JournalRow, PostRow } from './stored';

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

type Arrival = { wish: Wish; now: number; elapsed: number; settle(result: Result<VersionFact>): void };

/** Puts a wish in its place: it joins the same wish, replaces a waiting one, or waits behind the one that is out. */
export function place(line: Line, arrival: Arrival): void {
  const { wish } = arrival;
  const newest = line.next ?? line.intent;
  if (newest?.row.target === wish.target) join(newest, arrival);
  else if (line.intent && line.next) {
    // Back to what is out already: the wish in between is taken back.
    line.intent.waiting.push(...line.next.waiting);
    line.next = undefined;
    join(line.intent, arrival);
  } else if (line.intent && isOut(line)) line.next = createIntent(arrival);
  else line.intent = createIntent(arrival, line.intent);
}

/** The wish that waited takes over; who waited for the older one hears what comes of it. */
export function promote(line: Line): void {
  const { intent, next } = line;
  if (!next) return;
  if (intent) next.waiting.push(...intent.waiting);
  line.intent = next;
  line.next = undefined;
}

function join(intent: Intent, { wish, now, elapsed, settle }: Arrival): void {
  intent.waiting.push(settle);
  const meantAt = momentOf({ wish, now, elapsed });
  if (meantAt < intent.meantAt && intent.row.confirmedAt !== undefined) return;
  intent.meantAt = meantAt;
  intent.row.confirmedAt = confirmationOf(wish);
}

function createIntent({ wish, now, elapsed, settle }: Arrival, replaced?: Intent): Intent {
  return {
    row: {
      target: wish.target,
      askedAt: now,
      confirmedAt: confirmationOf(wish),
      posts: 0,
      tries: 0,
      contradicted: false,
      cause: undefined,
    },
    waiting: [...(replaced?.waiting ?? []), settle],
    meantAt: momentOf({ wish, now, elapsed }),
    isWritten: replaced?.isWritten ?? false,
    notBefore: 0,
  };
}

function confirmationOf(wish: Wish): number | undefined {
  return wish.target === 'out' ? wish.confirmedAt : undefined;
}

/** `elapsed()` of a confirmation that was dated by the clock. */
function momentOf({ wish, now, elapsed }: Pick<Arrival, 'wish' | 'now' | 'elapsed'>): number {
  return elapsed - Math.max(0, now - (confirmationOf(wish) ?? now));
}
