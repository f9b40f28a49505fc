import type { JournalRow } from '@/entrypoints/background/storage/rows';
import type { CheckedFacts } from '@/entrypoints/background/vault/engine';
import type { VersionId } from '@/utils/civitai/ids';
import type { Result } from '@/utils/problem';
import { isInVault, type VersionFact } from '@/utils/vault/membership';
import type { Scenario } from './scenario';
import { type Commit, MAX_LAG_MS, type ServerModel } from './server-model';
import { asVersion } from './versions';

type Target = 'in' | 'out';

/** One intent as a tab made it. */
export type Wanted = {
  version: number;
  target: Target;
  at: number;
  /** Time during which the laptop was awake. */
  awakeAt: number;
  confirmedAt: number;
  /** Once it is out it is to be added again. */
  isAgain: boolean;
  /** The sign-in whose vault the tab shows. */
  session: string;
  /** Somebody else was signed in by then, or nobody. */
  isForeign: boolean;
  /** Number of the worker's life it was said to. */
  life: number;
  settled: boolean;
  /** Its worker was killed before it was written down. */
  lost: boolean;
  attempts: Attempt[];
};

export type Attempt = {
  version: number;
  meant: Target;
  sentAt: number;
  lookedAt: number;
  commit: Commit | undefined;
  /** What the worker heard. */
  answer: Target | undefined;
};

/** After this time at the latest, nothing the engine goes by is older: a slow check, the lag and an answer of its own. */
const MEMORY_MS = 45_000;
/** What issue and engine promise, said again here. */
const ALLOWANCE_MS = 15_000;
const REMOVAL_MS = 60_000;
const HIDDEN_MS = 45_000;
const FRESH_MS = 36_000;
const MOST_POSTS = 3;

type Parts = {
  scenario: Scenario;
  server: ServerModel;
  now(): number;
  awake(): number;
  slept(): number;
  journal: ReadonlyMap<VersionId, JournalRow>;
};

export type Oracle = ReturnType<typeof createOracle>;

/** What was intended wants the version to be so, now or in the end. */
function serves(intent: Wanted, target: Target): boolean {
  return intent.target === target || (intent.isAgain && target === 'in');
}

/** Watches the engine from outside and throws as soon as something happened that must never happen. */
export function createOracle({ scenario, server, now, awake, slept, journal }: Parts) {
  const intents: Wanted[] = [];
  const foreign: Wanted[] = [];
  const attempts: Attempt[] = [];
  const looks = new Map<number, { kept: Target; askedAt: number }>();
  const answers = new Map<number, { kept: Target; until: number }>();
  const facts = new Map<number, VersionFact>();
  const presses = new Map<number, { at: number; awakeAt: number; life: number }>();
  const failures: string[] = [];
  const expected: { done: boolean; isFor: () => boolean }[] = [];
  let life = 0;
  let signedOutAt = Number.NEGATIVE_INFINITY;
  let clockSetAt = Number.NEGATIVE_INFINITY;

  function demand(holds: boolean, what: string): void {
    if (!holds) failures.push(`${Math.round(now())} ms: ${what}`);
  }

  const kept = (version: number): Target => (server.rows(version).length > 0 ? 'in' : 'out');

  /** Another device changed the version in that time. */
  function othersTouched(version: number, from: number): boolean {
    return server.commits.some(
      commit => commit.by === 'another' && commit.version === version && commit.at >= from && commit.at <= now(),
    );
  }

  /** It was so at some moment since. */
  function wasSo(version: number, target: Target, from: number): boolean {
    const wasIn = [
      server.rowsAt(version, from).length > 0,
      ...server.commits
        .filter(({ at, version: of }) => of === version && at >= from)
        .map(({ rowsAfter }) => rowsAfter > 0),
    ];
    return wasIn.includes(target === 'in');
  }

  function live(version: number): Wanted[] {
    return intents.filter(intent => intent.version === version && !intent.lost);
  }

  function demandFreshReason(attempt: Attempt): void {
    const seen = looks.get(attempt.version);
    demand(
      seen !== undefined && seen.kept !== attempt.meant,
      `sent "${attempt.meant}" without a check that said otherwise`,
    );
    demand(attempt.sentAt - attempt.lookedAt <= FRESH_MS || clockSetAt >= attempt.lookedAt, 'sent on an old check');
    const last = attempts.findLast(({ version }) => version === attempt.version);
    if (!last) return;
    demand(attempt.sentAt - last.sentAt >= ALLOWANCE_MS, 'sent again within the lag allowance');
    demand(attempt.lookedAt - last.sentAt >= ALLOWANCE_MS, 'sent again on a check from within the lag allowance');
    const committedAt = last.commit?.at ?? Number.NEGATIVE_INFINITY;
    demand(attempt.sentAt - committedAt >= MAX_LAG_MS, 'sent again while the replica may lag behind the first');
  }

  function demandWish(attempt: Attempt, session: string | undefined): void {
    const candidates = live(attempt.version).filter(
      intent => intent.session === session && serves(intent, attempt.meant),
    );
    const newest = live(attempt.version).at(-1);
    demand(session !== undefined, 'sent after the sign-out');
    const isNewest =
      (newest && serves(newest, attempt.meant)) || (newest !== undefined && attempt.sentAt - newest.at < 200);
    demand(isNewest && candidates.length > 0, `sent "${attempt.meant}", which nobody wants any more`);
    const open = candidates.filter(intent => !intent.settled);
    demand(open.length > 0, 'sent for an intent that was settled');
    const asked = open.findLast(({ life: said }) => said === life);
    asked?.attempts.push(attempt);
    const same = asked?.attempts.filter(({ meant }) => meant === attempt.meant) ?? [];
    demand(same.length <= MOST_POSTS, 'sent too often');
    const contradictions = same.filter(({ meant, answer }) => answer !== undefined && answer !== meant);
    demand(contradictions.length < 2, 'corrected more than once');
    if (attempt.meant === 'in') return;
    const mine = candidates.filter(intent => intent.life === life);
    demand(mine.length > 0, 'a removal left from a journal');
    demand(
      mine.some(intent => intent.at <= clockSetAt || attempt.sentAt - intent.confirmedAt <= REMOVAL_MS + 10),
      'a removal was sent more than a minute after its confirmation',
    );
  }

  function demandOutcome(attempt: Attempt, { effect, rowsBefore }: Commit): void {
    const isExcused = othersTouched(attempt.version, attempt.lookedAt - MAX_LAG_MS);
    if (isExcused) return;
    demand(!(effect === 'added' && rowsBefore > 0), 'a second row was made');
    demand(!(effect === 'removed' && attempt.meant === 'in'), 'removed without a confirmation');
    demand(effect === (attempt.meant === 'in' ? 'added' : 'removed'), `meant "${attempt.meant}", but ${effect}`);
  }

  const isCalm =
    scenario.kills.length === 0 &&
    scenario.lags.every(lag => lag <= MAX_LAG_MS) &&
    [...scenario.attempts, ...scenario.checks, ...scenario.quotas].every(
      fate => fate === 'answered' || (typeof fate === 'object' && fate.kind === 'answered'),
    ) &&
    scenario.actions.every(action => action.do === 'intent' && action.confirmedAgo === 0);

  return {
    /** `sessions`: whose vault the tab shows, and who is signed in. */
    intents(
      version: number,
      target: Target,
      confirmedAt: number,
      sessions: { shown: string; now: string | undefined },
      isAgain: boolean,
    ): Wanted {
      const at = now();
      const wanted = {
        version,
        target,
        at,
        awakeAt: awake(),
        confirmedAt,
        isAgain,
        session: sessions.shown,
        isForeign: sessions.shown !== sessions.now,
        life,
        settled: false,
        lost: false,
        attempts: [],
      };
      (wanted.isForeign ? foreign : intents).push(wanted);
      return wanted;
    },

    settled(wanted: Wanted, result: Result<VersionFact>): void {
      const { version, target, attempts: mine } = wanted;
      if (wanted.isForeign) {
        wanted.settled = true;
        const isRefused = !result.ok && ['other-session', 'not-signed-in'].includes(result.problem.kind);
        demand(isRefused, 'what was intended of one vault was done to another');
        return;
      }
      // What was intended before it has come to the same end.
      for (const intent of intents.slice(0, intents.indexOf(wanted) + 1)) {
        if (intent.version === version) intent.settled = true;
      }
      const since = now() - MEMORY_MS - slept();
      const isNewest = live(version).at(-1) === wanted;
      const others = othersTouched(version, since);
      const intended = wanted.isAgain ? 'in' : target;
      if (result.ok) {
        const claimed: Target = isInVault(result.value.state) ? 'in' : 'out';
        demand(result.value.state !== 'unknown', 'a success without a state');
        demand(!isNewest || claimed === intended, `reported "${claimed}" as what was intended`);
        demand(
          others ? wasSo(version, claimed, since) : kept(version) === claimed,
          `reported success, "${claimed}", falsely`,
        );
        return;
      }
      const { kind } = result.problem;
      demand(!isCalm || kind === 'removal-expired', `failed for no reason: ${kind}`);
      const isHonest = ['unsettled', 'contradicted', 'not-signed-in', 'other-session'].includes(kind);
      const cameTrue = mine.some(attempt => attempt.commit && attempt.meant === intended) && kept(version) === intended;
      demand(isHonest || others || !isNewest || !cameTrue, `reported ${kind} though it came true`);
      demand(kind !== 'contradicted' || othersTouched(version, 0), 'reported a contradiction by nobody');
    },

    attempts(versionId: VersionId, session: string | undefined, leaves: boolean, wall: () => number): Attempt {
      const row = journal.get(versionId);
      demand(row?.attempt?.kind === 'unanswered', 'sent without writing it down first');
      const meant = row?.attempt?.meant ?? 'in';
      const lookedAt = looks.get(versionId)?.askedAt ?? Number.NEGATIVE_INFINITY;
      const attempt: Attempt = {
        version: versionId,
        meant,
        sentAt: now(),
        lookedAt,
        commit: undefined,
        answer: undefined,
      };
      demand(Number.isFinite(wall()), 'no clock');
      if (!leaves) return attempt;
      demandWish(attempt, session);
      demandFreshReason(attempt);
      attempts.push(attempt);
      answers.delete(versionId);
      return attempt;
    },

    /** The request has just taken effect. */
    committed(attempt: Attempt): void {
      attempt.commit = server.commits.at(-1);
      if (attempt.commit) demandOutcome(attempt, attempt.commit);
    },

    told(version: number, answer: Target): void {
      const attempt = attempts.findLast(({ version: of }) => of === version);
      if (attempt) attempt.answer = answer;
      answers.set(version, { kept: answer, until: awake() + ALLOWANCE_MS });
    },

    looked(found: ReadonlyMap<VersionId, unknown>, askedAt: number): void {
      for (const [version, item] of found) {
        const isOvertaken = (looks.get(version)?.askedAt ?? askedAt) > askedAt;
        if (!isOvertaken) looks.set(version, { kept: item ? 'in' : 'out', askedAt });
      }
    },

    heard(news: readonly VersionFact[]): void {
      for (const fact of news) {
        facts.set(fact.versionId, fact);
        const answer = answers.get(fact.versionId);
        if (answer && awake() <= answer.until) {
          demand(
            fact.state === 'unknown' || isInVault(fact.state) === (answer.kept === 'in'),
            'a check overwrote what a toggle had just told',
          );
        }
        const { activity } = fact;
        demand(activity?.phase !== 'looking' || activity.reason !== undefined, 'looks without saying why');
      }
    },

    /** A page has told of a press of the site's own button. */
    officiallyToggled(version: number): void {
      // What an earlier sign-in may have sent keeps its versions quiet for longer.
      const isCertain =
        now() - signedOutAt > HIDDEN_MS && !attempts.some(attempt => attempt.version === version && !attempt.answer);
      if (isCertain) presses.set(version, { at: now(), awakeAt: awake(), life });
      else presses.delete(version);
    },

    /** A page looks again after such a press; what it is told by then is what a replica may show now. */
    looksAgain(version: number): (looked: CheckedFacts) => void {
      const press = presses.get(version);
      const askedAt = now();
      // Where the clock was set, an older press may count for longer.
      const isDue =
        press && awake() - press.awakeAt > ALLOWANCE_MS && press.life === life && !Number.isFinite(clockSetAt);
      return ({ facts: [fact], problem }) => {
        if (
          !isDue ||
          presses.get(version) !== press ||
          !fact ||
          problem ||
          attempts.some(attempt => attempt.version === version && attempt.sentAt >= press.at)
        )
          return;
        const isTrue =
          fact.state !== 'unknown' && wasSo(version, isInVault(fact.state) ? 'in' : 'out', askedAt - MAX_LAG_MS);
        demand(isTrue, 'a look after a press of the site’s own button was not believed');
      };
    },

    writes(asked: string, session: string | undefined): void {
      demand(asked === session, 'wrote for a session that is over');
    },

    expectsAnswer(promise: Promise<unknown>, isFor: () => boolean): void {
      const entry = { done: false, isFor };
      expected.push(entry);
      void promise.then(() => {
        entry.done = true;
      });
    },

    killed(): void {
      life += 1;
    },

    /** A new worker reads what the last one left: what is not there by now was never written. */
    reborn(): void {
      const isFormer = (intent: Wanted) => intent.life < life && !intent.settled;
      for (const intent of intents.filter(isFormer)) {
        const row = journal.get(asVersion(intent.version));
        const newest = row?.next ?? row?.intent;
        const mine = intents.filter(other => isFormer(other) && other.version === intent.version);
        const isAfter = mine.indexOf(intent) > mine.findLastIndex(other => newest && serves(other, newest.target));
        const isThere = [row?.intent, row?.next].some(queued => queued && serves(intent, queued.target));
        if (isAfter || !isThere) intent.lost = true;
      }
      for (const [version, { kept: told }] of answers) {
        const attempt = journal.get(asVersion(version))?.attempt;
        if (!attempt || attempt.kind === 'unanswered' || attempt.answer !== told) answers.delete(version);
      }
    },

    signedOut(): void {
      signedOutAt = now();
      presses.clear();
      answers.clear();
      facts.clear();
      for (const intent of intents) intent.lost = true;
    },

    clockSet(): void {
      clockSetAt = now();
    },

    lastPostAt: () => attempts.at(-1)?.sentAt ?? Number.NEGATIVE_INFINITY,

    /** After each event: who waits is shown that it is going on. */
    watch(): void {
      for (const intent of intents) {
        if (intent.settled || intent.lost || intent.life !== life) continue;
        const fact = facts.get(intent.version);
        if (fact && awake() - intent.awakeAt > 200)
          demand(fact.activity !== undefined, 'an unsettled intent is not shown as such');
      }
      if (failures.length > 0) throw new Error(failures.join('\n'));
    },

    /** Long after the last event: nothing is left. */
    drained({ isAlarmSet }: { isAlarmSet: boolean }): void {
      demand(journal.size === 0, `the journal still holds ${journal.size}`);
      demand(!isAlarmSet, 'an alarm is still set');
      for (const intent of intents) {
        demand(intent.settled || intent.lost || intent.life !== life, 'an intent was never settled');
      }
      for (const intent of foreign)
        demand(intent.settled || intent.life !== life, 'an intent of another vault was never answered');
      for (const fact of facts.values()) demand(fact.activity === undefined, 'something is still shown as going on');
      for (const { done, isFor } of expected) demand(done || life > 0 || !isFor(), 'a look was never answered');
      if (failures.length > 0) throw new Error(failures.join('\n'));
    },
  };
}
