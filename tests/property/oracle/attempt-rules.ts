import { type Commit, MAX_LAG_MS } from '@/tests/property/server-model';
import type { VersionId } from '@/utils/civitai/ids';
import { isDue } from './grace-rules';
import { ALLOWANCE_MS, MAX_CHECK_AGE_MS, OWED_MS, REMOVAL_MS } from './promised-times';
import type { Attempt, IntentRecord, Records } from './records';
import { demandNewerShown } from './swap-rules';
import { knownIntents, othersTouched, serves } from './truth';
import { isWrittenAsSent } from './written';

const MOST_ATTEMPTS = 3;

/** Why a request may be sent, and what it may do. */
export function createAttemptRules(records: Records) {
  const { attempts, answers, checks, journal, server, demand, now } = records;
  return {
    /** A request is made for that session; `leaves`: it reaches the site, or may. */
    judgeAttempt(versionId: VersionId, session: string | undefined, leaves: boolean, wall: () => number): Attempt {
      const row = journal.get(versionId);
      demand(isWrittenAsSent(row), 'sent without writing it down first');
      const attempt: Attempt = {
        version: versionId,
        meant: row?.attempt?.meant ?? 'in',
        sentAt: now(),
        checkedAt: checks.get(versionId)?.askedAt ?? Number.NEGATIVE_INFINITY,
        // One that was sent before had its grace then.
        isDue: isDue(records, versionId) || (row?.intent?.attempts ?? 0) > 1,
        commit: undefined,
        answer: undefined,
      };
      demand(Number.isFinite(wall()), 'no clock');
      if (!leaves) return attempt;
      demandIntent(records, attempt, session);
      demandFreshReason(records, attempt);
      attempts.push(attempt);
      answers.delete(versionId);
      return attempt;
    },

    /** The request has just taken effect. */
    judgeEffect(attempt: Attempt): void {
      attempt.commit = server.commits.at(-1);
      if (attempt.commit) demandEffect(records, attempt, attempt.commit);
    },

    lastAttemptAt: () => attempts.at(-1)?.sentAt ?? Number.NEGATIVE_INFINITY,
  };
}

function demandIntent(records: Records, attempt: Attempt, session: string | undefined): void {
  const { demand } = records;
  const known = knownIntents(records, attempt.version);
  const candidates = known.filter(
    intent => intent.session === session && !intent.undone && serves(intent, attempt.meant),
  );
  const newest = known.findLast(({ undone, undoAsked, life }) => !undone && !(undoAsked && life !== records.life));
  demand(session !== undefined, 'sent after the sign-out');
  const isNewest =
    (newest && serves(newest, attempt.meant)) || (newest !== undefined && attempt.sentAt - newest.at < 200);
  demand(isNewest && candidates.length > 0, `sent "${attempt.meant}", which no intent wants any more`);
  demandOpenIntent(records, attempt, candidates);
  if (attempt.meant === 'out') demandConfirmation(records, attempt, candidates);
}

function demandOpenIntent(records: Records, attempt: Attempt, candidates: readonly IntentRecord[]): void {
  const { demand, life } = records;
  const open = candidates.filter(intent => !intent.settled);
  // Also where the user, asked after a sign-out, has wanted it again.
  const isOwed =
    attempt.meant === 'in' && records.intents.some(({ version, isAgain }) => version === attempt.version && isAgain);
  demand(open.length > 0 || isOwed, 'sent for an intent that was settled');
  if (open.length === 0) demandSeldom(records, attempt);
  const asked = open.findLast(({ life: of }) => of === life);
  asked?.attempts.push(attempt);
  const same = asked?.attempts.filter(({ meant }) => meant === attempt.meant) ?? [];
  demand(same.length <= MOST_ATTEMPTS, 'sent too often');
  const contradictions = same.filter(({ meant, answer }) => answer !== undefined && answer !== meant);
  demand(contradictions.length < 2, 'corrected more than once');
}

/** What is owed to the user is tried at most hourly, beside what was asked for meanwhile. */
function demandSeldom({ attempts, intents, clockSetAt, demand }: Records, { version, sentAt }: Attempt): void {
  const isRecent = (at: number) => sentAt - at < OWED_MS;
  const sent = attempts.filter(each => each.version === version && each.meant === 'in' && isRecent(each.sentAt));
  const asked = intents.filter(intent => intent.version === version && isRecent(intent.at));
  const isSeldom = sent.length < MOST_ATTEMPTS * (1 + asked.length);
  demand(isSeldom || isRecent(clockSetAt), 'what is owed was tried more than once an hour');
}

function demandConfirmation(records: Records, attempt: Attempt, candidates: readonly IntentRecord[]): void {
  const { demand, life, clockSetAt } = records;
  const mine = candidates.filter(intent => intent.life === life);
  demand(mine.length > 0, 'a removal left from a journal');
  demandNewerShown(
    records,
    mine.filter(({ settled }) => !settled),
  );
  demand(attempt.isDue, 'a removal was sent within its grace, or after it was taken back');
  demand(
    // A swap is confirmed before its removal is asked for: a clock that is set between the two hides the sleep before.
    mine.some(
      ({ at, confirmedAt, swap }) =>
        (swap ? confirmedAt : at) <= clockSetAt || attempt.sentAt - confirmedAt <= REMOVAL_MS + 10,
    ),
    'a removal was sent more than a minute after its confirmation',
  );
}

function demandFreshReason({ attempts, checks, clockSetAt, demand }: Records, attempt: Attempt): void {
  const seen = checks.get(attempt.version);
  demand(
    seen !== undefined && seen.kept !== attempt.meant,
    `sent "${attempt.meant}" without a check that said otherwise`,
  );
  const isFresh = attempt.sentAt - attempt.checkedAt <= MAX_CHECK_AGE_MS;
  demand(isFresh || clockSetAt >= attempt.checkedAt, 'sent on an old check');
  const last = attempts.findLast(({ version }) => version === attempt.version);
  if (!last) return;
  demand(attempt.sentAt - last.sentAt >= ALLOWANCE_MS, 'sent again within the lag allowance');
  demand(attempt.checkedAt - last.sentAt >= ALLOWANCE_MS, 'sent again on a check from within the lag allowance');
  const committedAt = last.commit?.at ?? Number.NEGATIVE_INFINITY;
  demand(attempt.sentAt - committedAt >= MAX_LAG_MS, 'sent again while the replica may lag behind the first');
}

function demandEffect(records: Records, attempt: Attempt, { effect, rowsBefore }: Commit): void {
  const { demand } = records;
  demand(effect !== 'removed' || attempt.meant === 'in' || attempt.isDue, 'an item is missing that must not be');
  if (othersTouched(records, attempt.version, attempt.checkedAt - MAX_LAG_MS)) return;
  demand(!(effect === 'added' && rowsBefore > 0), 'a second row was made');
  demand(!(effect === 'removed' && attempt.meant === 'in'), 'removed without a confirmation');
  demand(effect === (attempt.meant === 'in' ? 'added' : 'removed'), `meant "${attempt.meant}", but ${effect}`);
}
