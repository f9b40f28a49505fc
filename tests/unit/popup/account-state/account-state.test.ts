import { describe, expect, it } from 'vitest';
import { initialState, reduce, screenOf } from '@/entrypoints/popup/account-state/account-state';
import { connectionOf, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { fail, ok } from '@/utils/problem';

const snapshot = snapshotWith();
const untold = initialState(undefined);
const known = { snapshot, problem: undefined, isRefreshing: false };

describe('screenOf', () => {
  it('loads before anything is known', () => {
    expect(screenOf(untold)).toEqual({ kind: 'loading' });
  });

  it('shows stored figures before the answer', () => {
    const figures = { snapshot, stock: undefined };
    for (const story of [initialState(figures), reduce(untold, { event: 'stored', ...figures })]) {
      expect(screenOf(story)).toMatchObject({ kind: 'vault', snapshot });
      expect(story.isRefreshing).toBe(true);
    }
  });

  it('keeps the last figures through a problem', () => {
    const story = reduce(known, { event: 'answered', result: fail({ kind: 'offline' }) });
    expect(screenOf(story)).toEqual({ kind: 'vault', snapshot, problem: { kind: 'offline' } });
  });

  it('speaks of the problem alone where there are no figures', () => {
    const story = reduce(untold, { event: 'answered', result: fail({ kind: 'offline' }) });
    expect(screenOf(story)).toEqual({ kind: 'trouble', problem: { kind: 'offline' } });
  });

  it('asks for a key when nobody is signed in, and says why when the key was refused', () => {
    const out = reduce(known, { event: 'answered', result: fail({ kind: 'not-signed-in' }) });
    expect(screenOf(out)).toEqual({ kind: 'sign-in', reason: undefined });
    const refused = reduce(known, { event: 'answered', result: fail({ kind: 'key-refused' }) });
    expect(screenOf(refused)).toEqual({ kind: 'sign-in', reason: { kind: 'key-refused' } });
  });
});

describe('tell', () => {
  it('forgets a problem as soon as an answer comes', () => {
    const story = reduce({ ...known, problem: { kind: 'offline' } }, { event: 'answered', result: ok(snapshot) });
    expect(story).toEqual(known);
  });

  it('forgets everything of an account that signed out', () => {
    const story = reduce(known, { event: 'connection', connection: { kind: 'signed-out' } });
    expect(story.snapshot).toBeUndefined();
    expect(screenOf(story).kind).toBe('sign-in');
  });

  it('never shows one account’s figures for another', () => {
    const other = connectionOf(snapshotWith({ session: 'session-2' }));
    expect(reduce(known, { event: 'connection', connection: other }).snapshot).toBeUndefined();
  });

  it('keeps the figures of the same account', () => {
    const story = reduce(
      { ...known, problem: { kind: 'offline' } },
      { event: 'connection', connection: connectionOf(snapshot) },
    );
    expect(story).toMatchObject({ snapshot, problem: { kind: 'offline' } });
  });

  it('lets somebody in again who signed in elsewhere', () => {
    const out = reduce(untold, { event: 'answered', result: fail({ kind: 'not-signed-in' }) });
    expect(screenOf(reduce(out, { event: 'connection', connection: connectionOf(snapshot) })).kind).toBe('loading');
  });
});
