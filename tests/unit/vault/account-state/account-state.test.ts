import { describe, expect, it } from 'vitest';
import { type AccountState, INITIAL_STATE, reduce } from '@/entrypoints/vault/account-state/account-state';
import { NOW, snapshotWith } from '@/tests/unit/popup/host/fake-host';
import { itemWith } from '@/tests/unit/utils/vault-view/items';
import type { Connection } from '@/utils/account/account';
import type { CachedItems } from '@/utils/messages/protocol';
import { fail, ok } from '@/utils/problem';

const read = (changes: Partial<CachedItems> = {}): CachedItems => ({
  session: 'session-1',
  items: [itemWith(1), itemWith(2)],
  facts: [],
  status: { kind: 'synced', at: NOW },
  ...changes,
});
const idOf = (n: number) => itemWith(n).modelVersionId;
const known: AccountState = reduce(INITIAL_STATE, { type: 'read', vault: read(), announced: [] });
const signedIn = (session: string): Connection => ({
  kind: 'signed-in',
  session,
  membership: 'member',
  canWrite: true,
});

describe('reduce', () => {
  it('is the mirror, with its age', () => {
    expect(known).toMatchObject({ session: 'session-1', asOf: NOW, items: [{ id: 1 }, { id: 2 }] });
  });

  it('counts what was announced while the mirror was being read', () => {
    const out = { versionId: idOf(1), state: 'out' as const, asOf: NOW };
    expect(reduce(INITIAL_STATE, { type: 'read', vault: read(), announced: [out] }).items).toMatchObject([{ id: 2 }]);
  });

  it('follows facts of its own account alone', () => {
    const facts = [{ versionId: idOf(1), state: 'out' as const, asOf: NOW }];
    expect(reduce(known, { type: 'facts', session: 'session-1', facts }).items).toHaveLength(1);
    expect(reduce(known, { type: 'facts', session: 'other', facts })).toBe(known);
    expect(reduce(INITIAL_STATE, { type: 'facts', session: 'session-1', facts })).toBe(INITIAL_STATE);
  });

  it('stays as old as it was while it is read again, and when that fails', () => {
    const again = reduce(known, { type: 'status', status: { kind: 'syncing', done: 1, total: 2 } });
    expect([again.asOf, again.status.kind]).toEqual([NOW, 'syncing']);
    const failed = reduce(again, {
      type: 'status',
      status: { kind: 'failed', problem: { kind: 'offline' }, at: NOW - 5 },
    });
    expect(failed.asOf).toBe(NOW - 5);
  });

  it('keeps the items through every problem but a missing account', () => {
    const offline = reduce(known, { type: 'answered', result: fail({ kind: 'offline' }) });
    expect([offline.items?.length, offline.problem?.kind, offline.isRefreshing]).toEqual([2, 'offline', false]);
    const out = reduce(known, { type: 'answered', result: fail({ kind: 'not-signed-in' }) });
    expect([out.items, out.session, out.asOf]).toEqual([[], undefined, undefined]);
    const better = reduce(offline, { type: 'answered', result: ok(snapshotWith()) });
    expect([better.problem, better.snapshot?.username]).toEqual([undefined, 'keeper']);
  });

  it('is nothing of the account before, and is read again for the next', () => {
    const next = reduce(known, { type: 'connection', connection: signedIn('session-2') });
    expect([next.items, next.session, next.isStale]).toEqual([undefined, 'session-2', true]);
    expect(reduce(known, { type: 'connection', connection: { kind: 'signed-out' } }).items).toEqual([]);
    const refused = reduce(known, { type: 'connection', connection: { kind: 'key-refused' } });
    expect([refused.problem?.kind, refused.items?.length]).toEqual(['key-refused', 2]);
    expect(reduce(refused, { type: 'connection', connection: signedIn('session-1') }).problem).toBeUndefined();
  });
});
