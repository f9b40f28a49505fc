import type { FactRow } from '@/entrypoints/background/storage/rows';
import { backoffMs, isFinal, triesFor } from '@/entrypoints/background/timing/backoff';
import type { Ask, Seen } from '@/entrypoints/background/vault/check-batch';
import { CLOCK_SLACK_MS, NAP_MS, REMOVAL_VALID_MS } from '@/entrypoints/background/vault/constants';
import type { Session, VaultParts } from '@/entrypoints/background/vault/ports';
import type { Pace } from '@/entrypoints/background/vault/throttle-guard';
import type { Ledger } from '@/entrypoints/background/vault/usage-tracker';
import type { Facts } from '@/entrypoints/background/vault/version-facts';
import type { VersionId } from '@/utils/civitai/ids';
import { fail, ok, type Problem } from '@/utils/problem';
import type { Activity } from '@/utils/vault/membership';
import { sequelOf } from './enqueue-intent';
import { agePost, type Intent, isOut, type Line, rowOfLine } from './version-task';

/** What every step of settling a line works with. */
export type Context = {
  parts: VaultParts;
  session: Session;
  facts: Facts;
  ask: Ask;
  announce(versionIds: readonly VersionId[]): void;
  /** Tells the browser that this worker is not idle. */
  stayAlive(): void;
  ledger: Ledger;
  pace: Pace;
  /** Before this moment (`elapsed()`) no check of the version can be trusted: an earlier session or somebody else changed it. */
  notBefore(versionId: VersionId): number;
};

/** Writes the line as it is now, and facts with it. False: nothing was written. */
export async function save({ parts, session }: Context, line: Line, facts: readonly FactRow[] = []): Promise<boolean> {
  agePost(line, parts.clock.elapsed());
  const journal = rowOfLine(line);
  const change = journal ? { journal, facts } : { settled: line.versionId, facts };
  return parts.store.save(session.session, change).catch(() => false);
}

/** Shows what is being done. */
export function show(context: Context, line: Line, phase: Activity['phase'], reason?: Problem): void {
  line.doing = reason ? { phase, reason } : { phase };
  line.doingSince = context.parts.clock.now();
  context.announce([line.versionId]);
}

/** The current wish is settled: it came true, or nothing came of it and `problem` says why. Written first, told then. */
export async function finish(context: Context, line: Line, problem?: Problem): Promise<void> {
  const { intent } = line;
  if (!intent) return;
  const { clock } = context.parts;
  const sequel = problem || line.next ? undefined : sequelOf(intent, clock.now(), clock.elapsed());
  line.intent = line.next ?? sequel;
  line.next = undefined;
  line.closing = intent;
  line.untold = true;
  const fact = context.facts.conclude(line.versionId, intent.row.target, problem);
  await save(context, line, [fact]);
  line.closing = undefined;
  const result = problem ? fail(problem) : ok(context.facts.compose(line.versionId));
  if (!sequel) for (const settle of intent.waiting) settle(result);
  await tell(context, line);
}

/** Tells every page how the line stands; if nothing is left of it, its journal row goes. */
export async function tell(context: Context, line: Line): Promise<void> {
  context.announce([line.versionId]);
  line.untold = false;
  if (!rowOfLine(line)) await save(context, line);
}

/** A fresh check of this version alone or with whatever else is asked now. */
export async function look({ ask }: Context, line: Line): Promise<Seen> {
  const answer = await ask([line.versionId], { fresh: true });
  return answer.get(line.versionId) ?? { ok: false, problem: { kind: 'unreadable' } };
}

/** Waits, but no longer than a removal stays valid, and only until another wish arrives. */
export async function pause(context: Context, line: Line, ms: number): Promise<void> {
  const { parts, stayAlive } = context;
  const { clock } = parts;
  const bell = new AbortController();
  line.bell = bell;
  const { intent } = line;
  const mayExpire = intent && intent.row.target === 'out' && intent.row.posts === 0;
  const valid = mayExpire ? intent.meantAt + REMOVAL_VALID_MS - clock.elapsed() + 1 : ms;
  let left = Math.max(0, Math.min(ms, valid));
  await clock.sleep(Math.min(left, NAP_MS), bell.signal);
  for (left -= NAP_MS; left > 0 && !bell.signal.aborted; left -= NAP_MS) {
    stayAlive();
    await save(context, line);
    await clock.sleep(Math.min(left, NAP_MS), bell.signal);
  }
  line.bell = undefined;
}

/**
 * A removal leaves within a minute of its confirmation or never. Both clocks must agree: one may be set, the other stands still in
 * sleep. A confirmation that a killed worker left behind is gone.
 */
export function isExpired({ parts: { clock } }: Context, { row, meantAt }: Intent): boolean {
  if (row.target === 'in') return false;
  if (row.confirmedAt === undefined) return true;
  const age = clock.now() - row.confirmedAt;
  return age < -CLOCK_SLACK_MS || age > REMOVAL_VALID_MS || clock.elapsed() - meantAt > REMOVAL_VALID_MS;
}

/**
 * Looking failed, so nothing is known: waits and lets the caller try again, or gives the wish up. What may have been sent stays in
 * the journal either way.
 */
export async function stumble(context: Context, line: Line, problem: Problem): Promise<void> {
  const { intent } = line;
  const tries = intent ? ++intent.row.tries : ++line.stumbles;
  if (intent && (isFinal(problem) || tries > triesFor(problem))) {
    const { target, cause } = intent.row;
    // While something is out, "it failed" would be a guess.
    return finish(context, line, isOut(line) ? { kind: 'unsettled', target } : (cause ?? problem));
  }
  if (intent) show(context, line, intent.row.posts > 0 ? 'looking' : 'waiting', problem);
  await save(context, line);
  await pause(context, line, backoffMs(tries, problem, context.parts));
}
