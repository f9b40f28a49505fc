import { describe, expect, it } from 'vitest';
import { screenOf } from '@/entrypoints/popup/account-state/screen';
import { connectionOf, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { type AccountEvent, type AccountState, FIRST_STATE, reduceAccount } from '@/utils/account-state/account-state';
import { fail } from '@/utils/problem';

const snapshot = snapshotWith();
const stateAfter = (...events: AccountEvent[]): AccountState => events.reduce(reduceAccount<AccountState>, FIRST_STATE);
const stored: AccountEvent = { type: 'stored', figures: { snapshot, summary: undefined } };
const failed = (kind: 'offline' | 'not-signed-in' | 'key-refused'): AccountEvent => ({
  type: 'answered',
  request: 0,
  result: fail({ kind }),
});

describe('screenOf', () => {
  it('loads before anything is known', () => {
    expect(screenOf(FIRST_STATE)).toEqual({ kind: 'loading' });
  });

  it('shows stored figures before the answer', () => {
    const state = stateAfter(stored);
    expect(screenOf(state)).toMatchObject({ kind: 'vault', snapshot });
    expect(state.request).toBeDefined();
  });

  it('keeps the last figures through a problem', () => {
    expect(screenOf(stateAfter(stored, failed('offline')))).toEqual({
      kind: 'vault',
      snapshot,
      problem: { kind: 'offline' },
    });
  });

  it('shows the problem alone where there are no figures', () => {
    expect(screenOf(stateAfter(failed('offline')))).toEqual({ kind: 'problem', problem: { kind: 'offline' } });
  });

  it('asks for a key while signed out, and gives the reason of a refused key', () => {
    expect(screenOf(stateAfter(stored, failed('not-signed-in')))).toEqual({ kind: 'sign-in', reason: undefined });
    expect(screenOf(stateAfter(stored, failed('key-refused')))).toEqual({
      kind: 'sign-in',
      reason: { kind: 'key-refused' },
    });
  });

  it('goes back to the sign-in after a sign-out', () => {
    expect(screenOf(stateAfter(stored, { type: 'connection', connection: { kind: 'signed-out' } })).kind).toBe(
      'sign-in',
    );
  });

  it('continues after a sign-in elsewhere', () => {
    const signedIn: AccountEvent = { type: 'connection', connection: connectionOf(snapshot) };
    expect(screenOf(stateAfter(failed('not-signed-in'), signedIn)).kind).toBe('loading');
  });
});
