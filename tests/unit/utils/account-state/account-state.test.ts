import { describe, expect, it } from 'vitest';
import { connectionOf, snapshotWith, summaryWith } from '@/tests/unit/popup/host/fake-host';
import {
  type AccountEvent,
  type AccountState,
  FIRST_STATE,
  needsFigures,
  reduceAccount,
} from '@/utils/account-state/account-state';
import { fail, ok } from '@/utils/problem';

const a = snapshotWith({ session: 'A' });
const b = snapshotWith({ session: 'B' });
const signedIn = (snapshot: typeof a): AccountEvent => ({ type: 'connection', connection: connectionOf(snapshot) });
const answered = (result: Extract<AccountEvent, { type: 'answered' }>['result'], request = 1): AccountEvent => ({
  type: 'answered',
  request,
  result,
});
const asked: AccountEvent = { type: 'asked', request: 1 };
const stateAfter = (state: AccountState, ...events: AccountEvent[]): AccountState =>
  events.reduce(reduceAccount<AccountState>, state);
const known = stateAfter(FIRST_STATE, asked, answered(ok(a)));

describe('reduceAccount', () => {
  it('forgets a problem as soon as an answer arrives', () => {
    const offline = stateAfter(known, asked, answered(fail({ kind: 'offline' })));
    expect(offline).toMatchObject({ snapshot: a, problem: { kind: 'offline' }, request: undefined });
    expect(stateAfter(offline, asked, answered(ok(a)))).toEqual(known);
  });

  it('forgets everything of an account that signed out', () => {
    const out = stateAfter(known, { type: 'connection', connection: { kind: 'signed-out' } });
    expect(out).toMatchObject({ session: undefined, snapshot: undefined, problem: { kind: 'not-signed-in' } });
    expect(out.request).toBeUndefined();
  });

  it('never shows one account’s figures for another', () => {
    expect(stateAfter(known, signedIn(b))).toMatchObject({ session: 'B', snapshot: undefined });
    const figures = { snapshot: a, summary: summaryWith({ session: 'A' }) };
    expect(stateAfter(known, signedIn(b), { type: 'stored', figures })).toMatchObject({
      session: 'B',
      snapshot: undefined,
      summary: undefined,
    });
  });

  it('keeps the figures of the same account', () => {
    const offline = stateAfter(known, asked, answered(fail({ kind: 'offline' })));
    expect(stateAfter(offline, signedIn(a))).toMatchObject({ snapshot: a, problem: { kind: 'offline' } });
  });

  it('keeps the figures of a key that is refused, and continues with a new one', () => {
    const refused = stateAfter(known, { type: 'connection', connection: { kind: 'key-refused' } });
    expect(refused).toMatchObject({ snapshot: a, problem: { kind: 'key-refused' } });
    expect(stateAfter(refused, signedIn(b))).toMatchObject({ session: 'B', problem: undefined });
  });
});

describe('late answers of another account', () => {
  it.each([
    ['a sign-out', fail({ kind: 'not-signed-in' })],
    ['a failure', fail({ kind: 'offline' })],
    ['figures', ok(a)],
  ])('%s: dropped, and the page asks once more', (_, result) => {
    const late = stateAfter(known, asked, signedIn(b), answered(result));
    expect(late).toMatchObject({ session: 'B', snapshot: undefined, problem: undefined });
    expect(needsFigures(late)).toBe(true);
  });

  it('are not to be confused with the answer about the announced account', () => {
    const state = stateAfter(known, asked, signedIn(b), answered(ok(b)));
    expect(state).toMatchObject({ session: 'B', snapshot: b });
    expect(needsFigures(state)).toBe(false);
  });

  it('are not to be confused with the answer to the next request', () => {
    const out = stateAfter(known, asked, signedIn(b), { type: 'asked', request: 2 });
    expect(stateAfter(out, answered(fail({ kind: 'offline' }), 1))).toBe(out);
    expect(stateAfter(out, answered(fail({ kind: 'not-signed-in' }), 2)).problem).toEqual({ kind: 'not-signed-in' });
  });
});
