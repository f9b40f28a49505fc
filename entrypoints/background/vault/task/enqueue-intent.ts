import type { Wish } from '@/utils/messages/protocol';
import type { Result } from '@/utils/problem';
import type { VersionFact } from '@/utils/vault/membership';
import { type Intent, isOut, type Line } from './version-task';

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
  intent.row.thenIn = isThenIn(wish);
}

function createIntent({ wish, now, elapsed, settle }: Arrival, replaced?: Intent): Intent {
  return {
    row: {
      target: wish.target,
      askedAt: now,
      confirmedAt: confirmationOf(wish),
      thenIn: isThenIn(wish),
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

/** What follows a removal after which the version is to be added again; who waited for the one waits for the other. */
export function sequelOf({ row, waiting }: Intent, now: number, elapsed: number): Intent | undefined {
  if (!row.thenIn) return undefined;
  const next = {
    ...row,
    target: 'in' as const,
    askedAt: now,
    confirmedAt: undefined,
    thenIn: false,
    posts: 0,
    tries: 0,
  };
  return {
    row: { ...next, contradicted: false, cause: undefined },
    waiting,
    meantAt: elapsed,
    isWritten: true,
    notBefore: 0,
  };
}

function isThenIn(wish: Wish): boolean {
  return wish.target === 'out' && wish.thenIn === true;
}

function confirmationOf(wish: Wish): number | undefined {
  return wish.target === 'out' ? wish.confirmedAt : undefined;
}

/** `elapsed()` of a confirmation that was dated by the clock. */
function momentOf({ wish, now, elapsed }: Pick<Arrival, 'wish' | 'now' | 'elapsed'>): number {
  return elapsed - Math.max(0, now - (confirmationOf(wish) ?? now));
}
