import { describe, expect, it } from 'vitest';
import { initialState, reduce, screenOf } from '@/entrypoints/popup/account-state/account-state';
import { connectionOf, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { fail, ok } from '@/utils/problem';

const snapshot = snapshotWith();
const nothingKnown = initialState(undefined);
const known = { snapshot, problem: undefined, isRefreshing: false };

describe('screenOf', () => {
  it('loads before anything is known', () => {
    expect(screenOf(nothingKnown)).toEqual({ kind: 'loading' });
  });

  it('shows stored figures before the answer', () => {
    const figures = { snapshot, summary: undefined };
    for (const state of [initialState(figures), reduce(nothingKnown, { type: 'stored', ...figures })]) {
      expect(screenOf(state)).toMatchObject({ kind: 'vault', snapshot });
      expect(state.isRefreshing).toBe(true);
    }
  });

  it('keeps the last figures through a problem', () => {
    const state = reduce(known, { type: 'answered', result: fail({ kind: 'offline' }) });
    expect(screenOf(state)).toEqual({ kind: 'vault', snapshot, problem: { kind: 'offline' } });
  });

  it('speaks of the problem alone where there are no figures', () => {
    const state = reduce(nothingKnown, { type: 'answered', result: fail({ kind: 'offline' }) });
    expect(screenOf(state)).toEqual({ kind: 'problem', problem: { kind: 'offline' } });
  });

  it('asks for a key while signed out, and gives the reason of a refused key', () => {
    const out = reduce(known, { type: 'answered', result: fail({ kind: 'not-signed-in' }) });
    expect(screenOf(out)).toEqual({ kind: 'sign-in', reason: undefined });
    const refused = reduce(known, { type: 'answered', result: fail({ kind: 'key-refused' }) });
    expect(screenOf(refused)).toEqual({ kind: 'sign-in', reason: { kind: 'key-refused' } });
  });
});

describe('reduce', () => {
  it('forgets a problem as soon as an answer comes', () => {
    const state = reduce({ ...known, problem: { kind: 'offline' } }, { type: 'answered', result: ok(snapshot) });
    expect(state).toEqual(known);
  });

  it('forgets everything of an account that signed out', () => {
    const state = reduce(known, { type: 'connection', connection: { kind: 'signed-out' } });
    expect(state.snapshot).toBeUndefined();
    expect(screenOf(state).kind).toBe('sign-in');
  });

  it('never shows one account’s figures for another', () => {
    const other = connectionOf(snapshotWith({ session: 'session-2' }));
    expect(reduce(known, { type: 'connection', connection: other }).snapshot).toBeUndefined();
  });

  it('keeps the figures of the same account', () => {
    const state = reduce(
      { ...known, problem: { kind: 'offline' } },
      { type: 'connection', connection: connectionOf(snapshot) },
    );
    expect(state).toMatchObject({ snapshot, problem: { kind: 'offline' } });
  });

  it('continues after a sign-in elsewhere', () => {
    const out = reduce(nothingKnown, { type: 'answered', result: fail({ kind: 'not-signed-in' }) });
    expect(screenOf(reduce(out, { type: 'connection', connection: connectionOf(snapshot) })).kind).toBe('loading');
  });
});
