import type { ApiFailure } from '@/entrypoints/background/api/result';
import type { Vault } from '@/entrypoints/background/api/vault-item';
import type { PostRow } from '@/entrypoints/background/storage/rows';
import type { Sighting } from '@/entrypoints/background/vault/check-batch';
import {
  BASELINE_WAIT_MS,
  CLOCK_SLACK_MS,
  FRESH_MS,
  MAX_POSTS,
  STALE_MS,
} from '@/entrypoints/background/vault/constants';
import { keptOf } from '@/entrypoints/background/vault/version-facts';
import type { Problem } from '@/utils/problem';
import { sizeOfItemKb } from '@/utils/vault/vault-item';
import { takeAnswer, takeFailure, withdraw } from './handle-response';
import { type Context, finish, isExpired, look, pause, save, show, stumble } from './task-steps';
import type { Intent, Line } from './version-task';

/** One step of a wish while no earlier request is in question: know the state, then send at most one request. */
export async function carryOut(context: Context, line: Line, intent: Intent): Promise<void> {
  const { clock } = context.parts;
  if (!context.session.canWrite) return finish(context, line, { kind: 'read-only-key' });
  const mayLeaveAt = Math.max(intent.notBefore, context.notBefore(line.versionId), context.pace.opensAt());
  const wait = mayLeaveAt - clock.elapsed();
  if (wait > 0) return pause(context, line, wait);
  if (line.doing.phase !== 'waiting') show(context, line, 'waiting', intent.row.cause);
  const readAt = clock.elapsed();
  const usage = readUsage(context);
  const seen = await freshLook(context, line);
  if (line.intent !== intent || isQuiet(context, line)) return;
  if (!seen.ok) return stumble(context, line, seen.problem);
  if (keptOf(seen.item) === intent.row.target) {
    // A look of somebody else was asked later and says the opposite: one more, later than both, decides.
    return isKnownOtherwise(context, line, intent) ? undefined : finish(context, line);
  }
  if (isExpired(context, intent)) return finish(context, line, expiryOf(intent));
  if (intent.row.posts >= MAX_POSTS) return finish(context, line, intent.row.cause ?? { kind: 'unexpected' });
  const before = await usage;
  if (line.intent !== intent) return;
  if (before === null && intent.row.target === 'in') return finish(context, line, { kind: 'no-vault' });
  return send(context, line, intent, seen, { usedKb: before?.usedStorageKb, readAt });
}

/** True if the version was toggled by somebody else a moment ago: what was looked up is worth nothing. */
function isQuiet({ parts: { clock }, notBefore }: Context, { versionId }: Line): boolean {
  return notBefore(versionId) > clock.elapsed();
}

function isKnownOtherwise({ facts }: Context, { versionId }: Line, { row }: Intent): boolean {
  return facts.isKnownAs(versionId, row.target === 'in' ? 'out' : 'in');
}

async function freshLook(context: Context, line: Line) {
  const { fresh } = line;
  line.fresh = undefined;
  if (fresh && context.parts.clock.elapsed() - fresh.askedAt <= FRESH_MS) return { ok: true, ...fresh } as const;
  return look(context, line);
}

/** The vault as it is before; `null`: there is none; `undefined`: not known in time. */
async function readUsage({ parts: { api, clock } }: Context): Promise<Vault | null | undefined> {
  const enough = new AbortController();
  const answer = api.vault().then(
    result => (result.ok ? result.value : undefined),
    () => undefined,
  );
  const value = await Promise.race([answer, clock.sleep(BASELINE_WAIT_MS, enough.signal).then(() => undefined)]);
  enough.abort();
  return value;
}

type Usage = { usedKb: number | undefined; readAt: number };

/** Written down, then sent once. A wish that was taken back or grew too old while it was being written does not leave. */
async function send(context: Context, line: Line, intent: Intent, seen: Sighting, usage: Usage): Promise<void> {
  const { clock, api } = context.parts;
  const { item } = seen;
  const post: PostRow = {
    meant: intent.row.target,
    before: keptOf(item),
    sentAt: clock.now(),
    ageMs: 0,
    answer: undefined,
    usedKb: usage.usedKb,
    sizeKb: item ? sizeOfItemKb(item) : undefined,
    seen: undefined,
    disputed: false,
  };
  openPost(line, intent, post, clock.elapsed());
  context.ledger.enter(line.versionId, post, usage.readAt, clock.elapsed());
  const isWritten = await save(context, line);
  // A look of somebody else may have overtaken ours and show that it is as wished already.
  const isNoReason =
    isStale(context, seen) || isQuiet(context, line) || context.facts.isKnownAs(line.versionId, intent.row.target);
  if (!isWritten || line.next || isNoReason || isExpired(context, intent))
    return withdraw(context, line, intent, isWritten);
  line.postAsOf = clock.elapsed();
  show(context, line, 'sending');
  const answer = await api.toggle(line.versionId).catch((): ApiFailure => LOST);
  const status = answer.ok ? 200 : answer.status;
  if (status !== undefined) context.pace.note(status, clock.elapsed());
  if (!answer.ok) return takeFailure(context, line, intent, post, answer);
  return takeAnswer(context, line, intent, post, answer.value.now);
}

/** True if time has passed since the look that nobody lived through: a sleeping laptop. One of the clocks knows. */
function isStale({ parts: { clock } }: Context, { askedAt, askedOn }: Sighting): boolean {
  const dated = clock.now() - askedOn;
  return clock.elapsed() - askedAt > STALE_MS || dated > STALE_MS || dated < -CLOCK_SLACK_MS;
}

function openPost(line: Line, intent: Intent, post: PostRow, at: number): void {
  intent.row.posts += 1;
  line.post = post;
  line.postAsOf = at;
  line.isHeard = false;
  line.lookAtAge = 0;
  line.stumbles = 0;
}

function expiryOf({ row }: Intent): Problem {
  return row.contradicted && row.cause ? row.cause : { kind: 'removal-expired' };
}

const LOST = { ok: false, sent: 'maybe', problem: { kind: 'unexpected' } } as const satisfies ApiFailure;
