import type { JournalRow } from '@/entrypoints/background/storage/rows';
import type { Looked } from '@/entrypoints/background/vault/engine';
import type { VersionId } from '@/utils/civitai/ids';
import type { Result } from '@/utils/problem';
import { isKept, type VersionFact } from '@/utils/vault/membership';
import type { Scenario } from './scenario';
import { type Commit, MAX_LAG_MS, type ServerModel } from './server-model';
import { asVersion } from './versions';

type Target = 'in' | 'out';

/** One wish as a tab made it. */
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
  posts: Post[];
};

export type Post = {
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

/** What was wished wants the version to be so, now or in the end. */
function serves(wish: Wanted, target: Target): boolean {
  return wish.target === target || (wish.isAgain && target === 'in');
}

/** Watches the engine from outside and throws as soon as something happened that must never happen. */
export function createOracle({ scenario, server, now, awake, slept, journal }: Parts) {
  const wishes: Wanted[] = [];
  const foreign: Wanted[] = [];
  const posts: Post[] = [];
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
    return wishes.filter(wish => wish.version === version && !wish.lost);
  }

  function demandFreshReason(post: Post): void {
    const seen = looks.get(post.version);
    demand(seen !== undefined && seen.kept !== post.meant, `sent "${post.meant}" without a check that said otherwise`);
    demand(post.sentAt - post.lookedAt <= FRESH_MS || clockSetAt >= post.lookedAt, 'sent on an old check');
    const last = posts.findLast(({ version }) => version === post.version);
    if (!last) return;
    demand(post.sentAt - last.sentAt >= ALLOWANCE_MS, 'sent again within the lag allowance');
    demand(post.lookedAt - last.sentAt >= ALLOWANCE_MS, 'sent again on a check from within the lag allowance');
    const committedAt = last.commit?.at ?? Number.NEGATIVE_INFINITY;
    demand(post.sentAt - committedAt >= MAX_LAG_MS, 'sent again while the replica may lag behind the first');
  }

  function demandWish(post: Post, session: string | undefined): void {
    const candidates = live(post.version).filter(wish => wish.session === session && serves(wish, post.meant));
    const newest = live(post.version).at(-1);
    demand(session !== undefined, 'sent after the sign-out');
    const isNewest = (newest && serves(newest, post.meant)) || (newest !== undefined && post.sentAt - newest.at < 200);
    demand(isNewest && candidates.length > 0, `sent "${post.meant}", which nobody wants any more`);
    const open = candidates.filter(wish => !wish.settled);
    demand(open.length > 0, 'sent for a wish that was settled');
    const asked = open.findLast(({ life: said }) => said === life);
    asked?.posts.push(post);
    const same = asked?.posts.filter(({ meant }) => meant === post.meant) ?? [];
    demand(same.length <= MOST_POSTS, 'sent too often');
    const contradictions = same.filter(({ meant, answer }) => answer !== undefined && answer !== meant);
    demand(contradictions.length < 2, 'corrected more than once');
    if (post.meant === 'in') return;
    const mine = candidates.filter(wish => wish.life === life);
    demand(mine.length > 0, 'a removal left from a journal');
    demand(
      mine.some(wish => wish.at <= clockSetAt || post.sentAt - wish.confirmedAt <= REMOVAL_MS + 10),
      'a removal was sent more than a minute after its confirmation',
    );
  }

  function demandOutcome(post: Post, { effect, rowsBefore }: Commit): void {
    const isExcused = othersTouched(post.version, post.lookedAt - MAX_LAG_MS);
    if (isExcused) return;
    demand(!(effect === 'added' && rowsBefore > 0), 'a second row was made');
    demand(!(effect === 'removed' && post.meant === 'in'), 'removed without a confirmation');
    demand(effect === (post.meant === 'in' ? 'added' : 'removed'), `meant "${post.meant}", but ${effect}`);
  }

  const isCalm =
    scenario.kills.length === 0 &&
    scenario.lags.every(lag => lag <= MAX_LAG_MS) &&
    [...scenario.posts, ...scenario.checks, ...scenario.quotas].every(
      fate => fate === 'answered' || (typeof fate === 'object' && fate.kind === 'answered'),
    ) &&
    scenario.actions.every(action => action.do === 'wish' && action.confirmedAgo === 0);

  return {
    /** `sessions`: whose vault the tab shows, and who is signed in. */
    wishes(
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
        posts: [],
      };
      (wanted.isForeign ? foreign : wishes).push(wanted);
      return wanted;
    },

    settled(wanted: Wanted, result: Result<VersionFact>): void {
      const { version, target, posts: mine } = wanted;
      if (wanted.isForeign) {
        wanted.settled = true;
        const isRefused = !result.ok && ['other-session', 'not-signed-in'].includes(result.problem.kind);
        demand(isRefused, 'what was wished of one vault was done to another');
        return;
      }
      // What was wished before it has come to the same end.
      for (const wish of wishes.slice(0, wishes.indexOf(wanted) + 1)) {
        if (wish.version === version) wish.settled = true;
      }
      const since = now() - MEMORY_MS - slept();
      const isNewest = live(version).at(-1) === wanted;
      const others = othersTouched(version, since);
      const wished = wanted.isAgain ? 'in' : target;
      if (result.ok) {
        const claimed: Target = isKept(result.value.state) ? 'in' : 'out';
        demand(result.value.state !== 'unknown', 'a success without a state');
        demand(!isNewest || claimed === wished, `reported "${claimed}" as what was wished`);
        demand(
          others ? wasSo(version, claimed, since) : kept(version) === claimed,
          `reported success, "${claimed}", falsely`,
        );
        return;
      }
      const { kind } = result.problem;
      demand(!isCalm || kind === 'removal-expired', `failed for no reason: ${kind}`);
      const isHonest = ['unsettled', 'contradicted', 'not-signed-in', 'other-session'].includes(kind);
      const cameTrue = mine.some(post => post.commit && post.meant === wished) && kept(version) === wished;
      demand(isHonest || others || !isNewest || !cameTrue, `reported ${kind} though it came true`);
      demand(kind !== 'contradicted' || othersTouched(version, 0), 'reported a contradiction by nobody');
    },

    posts(versionId: VersionId, session: string | undefined, leaves: boolean, wall: () => number): Post {
      const row = journal.get(versionId);
      demand(row?.post !== undefined && row.post.answer === undefined, 'sent without writing it down first');
      const meant = row?.post?.meant ?? 'in';
      const lookedAt = looks.get(versionId)?.askedAt ?? Number.NEGATIVE_INFINITY;
      const post: Post = { version: versionId, meant, sentAt: now(), lookedAt, commit: undefined, answer: undefined };
      demand(Number.isFinite(wall()), 'no clock');
      if (!leaves) return post;
      demandWish(post, session);
      demandFreshReason(post);
      posts.push(post);
      answers.delete(versionId);
      return post;
    },

    /** The request has just taken effect. */
    committed(post: Post): void {
      post.commit = server.commits.at(-1);
      if (post.commit) demandOutcome(post, post.commit);
    },

    told(version: number, answer: Target): void {
      const post = posts.findLast(({ version: of }) => of === version);
      if (post) post.answer = answer;
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
            fact.state === 'unknown' || isKept(fact.state) === (answer.kept === 'in'),
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
        now() - signedOutAt > HIDDEN_MS && !posts.some(post => post.version === version && !post.answer);
      if (isCertain) presses.set(version, { at: now(), awakeAt: awake(), life });
      else presses.delete(version);
    },

    /** A page looks again after such a press; what it is told by then is what a replica may show now. */
    looksAgain(version: number): (looked: Looked) => void {
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
          posts.some(post => post.version === version && post.sentAt >= press.at)
        )
          return;
        const isTrue =
          fact.state !== 'unknown' && wasSo(version, isKept(fact.state) ? 'in' : 'out', askedAt - MAX_LAG_MS);
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
      const isFormer = (wish: Wanted) => wish.life < life && !wish.settled;
      for (const wish of wishes.filter(isFormer)) {
        const row = journal.get(asVersion(wish.version));
        const newest = row?.next ?? row?.intent;
        const mine = wishes.filter(other => isFormer(other) && other.version === wish.version);
        const isAfter = mine.indexOf(wish) > mine.findLastIndex(other => newest && serves(other, newest.target));
        const isThere = [row?.intent, row?.next].some(intent => intent && serves(wish, intent.target));
        if (isAfter || !isThere) wish.lost = true;
      }
      for (const [version, { kept: told }] of answers) {
        if (journal.get(asVersion(version))?.post?.answer !== told) answers.delete(version);
      }
    },

    signedOut(): void {
      signedOutAt = now();
      presses.clear();
      answers.clear();
      facts.clear();
      for (const wish of wishes) wish.lost = true;
    },

    clockSet(): void {
      clockSetAt = now();
    },

    lastPostAt: () => posts.at(-1)?.sentAt ?? Number.NEGATIVE_INFINITY,

    /** After each event: who waits is shown that it is going on. */
    watch(): void {
      for (const wish of wishes) {
        if (wish.settled || wish.lost || wish.life !== life) continue;
        const fact = facts.get(wish.version);
        if (fact && awake() - wish.awakeAt > 200)
          demand(fact.activity !== undefined, 'an unsettled wish is not shown as such');
      }
      if (failures.length > 0) throw new Error(failures.join('\n'));
    },

    /** Long after the last event: nothing is left. */
    drained({ isAlarmSet }: { isAlarmSet: boolean }): void {
      demand(journal.size === 0, `the journal still holds ${journal.size}`);
      demand(!isAlarmSet, 'an alarm is still set');
      for (const wish of wishes) {
        demand(wish.settled || wish.lost || wish.life !== life, 'a wish was never settled');
      }
      for (const wish of foreign)
        demand(wish.settled || wish.life !== life, 'a wish of another vault was never answered');
      for (const fact of facts.values()) demand(fact.activity === undefined, 'something is still shown as going on');
      for (const { done, isFor } of expected) demand(done || life > 0 || !isFor(), 'a look was never answered');
      if (failures.length > 0) throw new Error(failures.join('\n'));
    },
  };
}
