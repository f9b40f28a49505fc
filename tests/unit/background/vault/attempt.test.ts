import { describe, expect, it } from 'vitest';
import {
  type Attempt,
  ageMsOf,
  answerAttempt,
  attemptRowOf,
  checkAttempt,
  countFailedCheck,
  disputeAttempt,
  doubtRefusal,
  endCommitTime,
  openAttempt,
  overtakeAttempt,
  proveAttempt,
  refuseAttempt,
  restoreAttempt,
  sendAttempt,
  standingAnswer,
} from '@/entrypoints/background/vault/task/attempt';

const request = { meant: 'in', before: 'out', sentAt: 9, usedKb: 500, sizeKb: undefined } as const;
const opened = openAttempt(request, 100);
const answered = answerAttempt(opened, 'in', 2_000);
const disputed = disputeAttempt(answered, 40_000);
const overtaken = overtakeAttempt(answered, 3_000);
const overtakenEarly = overtakeAttempt(opened, 1_000);

describe('an attempt', () => {
  it('is unanswered, and its age counts from when it is sent', () => {
    expect(opened).toMatchObject({ ...request, kind: 'unanswered', lastSeen: undefined });
    expect(ageMsOf(sendAttempt(opened, 150), 1_150)).toBe(1_000);
    expect(standingAnswer(opened)).toBeUndefined();
  });

  it('that is answered stands against checks, and its age counts from the answer', () => {
    expect(answered).toMatchObject({ kind: 'answered', answer: 'in', isHeard: true });
    expect([standingAnswer(answered), ageMsOf(answered, 2_500)]).toEqual(['in', 500]);
    expect(answered).not.toHaveProperty('lastSeen');
  });

  it('that is disputed still stands, and is checked again later', () => {
    expect(disputed).toMatchObject({ kind: 'disputed', answer: 'in', checkAtAgeMs: 40_000 });
    expect(standingAnswer(disputed)).toBe('in');
  });

  it.each([
    ['answered', answered],
    ['disputed', disputed],
  ])('that was %s and is overtaken stands no more, and its age counts anew', (_, attempt) => {
    const next = overtakeAttempt(attempt, 5_000);
    expect(next).toMatchObject({ kind: 'overtaken', answer: 'in', isHeard: false, checkAtAgeMs: 0 });
    expect([standingAnswer(next), ageMsOf(next, 5_000)]).toEqual([undefined, 0]);
  });

  it('that is overtaken without an answer proves nothing by the storage used, nor by the answer that comes', () => {
    expect(overtakenEarly).toMatchObject({ kind: 'unanswered', isOvertaken: true, usedKb: undefined });
    expect(ageMsOf(overtakenEarly, 1_100)).toBe(1_000);
    expect(answerAttempt(overtakenEarly, 'in', 2_000)).toMatchObject({ kind: 'overtaken', answer: 'in' });
    expect(refuseAttempt(overtakenEarly, 2_000)).toMatchObject({ kind: 'overtaken', answer: 'out' });
  });

  it('that is overtaken is not disputed by checks', () => {
    expect(disputeAttempt(overtaken, 40_000)).toEqual(overtaken);
    expect(disputeAttempt(opened, 40_000)).toEqual(opened);
  });

  it('that is refused is as before, without the worker having heard it', () => {
    expect(refuseAttempt(opened, 2_000)).toMatchObject({ kind: 'answered', answer: 'out', isHeard: false });
  });

  it.each([
    ['a plain one', refuseAttempt(opened, 2_000), { isOvertaken: false, usedKb: 500 }],
    ['one that was overtaken', refuseAttempt(overtakenEarly, 2_000), { isOvertaken: true, usedKb: undefined }],
  ])('whose refusal is in question is unanswered again, and takes effect no later: %s', (_, refused, expected) => {
    const next = doubtRefusal(refused, 50_000);
    expect(next).toMatchObject({ kind: 'unanswered', lastSeen: 'in', ...expected });
    expect(ageMsOf(next, 50_000)).toBe(30_000);
    expect(next).not.toHaveProperty('answer');
  });

  it('takes no effect later once the handler has answered, and is never made younger by that', () => {
    expect(ageMsOf(endCommitTime(opened, 1_100), 1_100)).toBe(30_000);
    expect(ageMsOf(endCommitTime(opened, 90_100), 90_100)).toBe(90_000);
  });

  it('remembers what the last check showed while there is no answer', () => {
    expect(checkAttempt(opened, 'out', 30_000)).toMatchObject({ lastSeen: 'out', checkAtAgeMs: 30_000 });
    expect(checkAttempt(answered, 'out', 30_000)).toEqual(answered);
  });

  it('that is proved is as good as answered', () => {
    const proved = proveAttempt(checkAttempt(opened, 'in', 30_000), 'in', 12_000);
    expect(proved).toMatchObject({ kind: 'answered', answer: 'in', isHeard: true, checkAtAgeMs: 0, since: 12_000 });
  });

  it('is changed by no transition: each returns another', () => {
    const frozen = Object.freeze({ ...opened });
    for (const change of [refuseAttempt, overtakeAttempt, sendAttempt, endCommitTime, doubtRefusal]) {
      expect(change(frozen, 5)).not.toBe(frozen);
    }
    expect(countFailedCheck(frozen).failedChecks).toBe(1);
    expect(frozen).toEqual(opened);
  });
});

describe('an attempt in the journal', () => {
  it.each<[string, Attempt]>([
    ['unanswered', opened],
    ['unanswered and overtaken', overtakenEarly],
    ['answered', answered],
    ['disputed', disputed],
    ['overtaken', overtaken],
  ])('comes back with its age, and was heard by no later worker: %s', (_, attempt) => {
    const row = attemptRowOf(attempt, 10_000);
    const restored = restoreAttempt(structuredClone(row), 7);
    expect(restored).toEqual({
      ...attempt,
      since: 7 - ageMsOf(attempt, 10_000),
      checkAtAgeMs: 0,
      failedChecks: 0,
      isHeard: false,
    });
    expect(attemptRowOf(restored, 7)).toEqual(row);
  });
});
