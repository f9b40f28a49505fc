import { describe, expect, it } from 'vitest';
import {
  FIRST_VAULT_STATE,
  reduceVault,
  type VaultEvent,
  type VaultState,
} from '@/entrypoints/vault/account-state/vault-state';
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
const known: VaultState = reduceVault(FIRST_VAULT_STATE, { type: 'read', vault: read(), announced: [] });
const signedIn = (session: string): Connection => ({
  kind: 'signed-in',
  session,
  membership: 'member',
  canWrite: true,
});

describe('reduceVault', () => {
  it('is the mirror, with its age', () => {
    expect(known).toMatchObject({ session: 'session-1', asOf: NOW, items: [{ id: 1 }, { id: 2 }] });
  });

  it('counts what was announced while the mirror was being read', () => {
    const out = { versionId: idOf(1), state: 'out' as const, asOf: NOW };
    expect(reduceVault(FIRST_VAULT_STATE, { type: 'read', vault: read(), announced: [out] }).items).toMatchObject([
      { id: 2 },
    ]);
  });

  it('follows facts of its own account alone', () => {
    const facts = [{ versionId: idOf(1), state: 'out' as const, asOf: NOW }];
    expect(reduceVault(known, { type: 'facts', session: 'session-1', facts }).items).toHaveLength(1);
    expect(reduceVault(known, { type: 'facts', session: 'other', facts })).toBe(known);
    expect(reduceVault(FIRST_VAULT_STATE, { type: 'facts', session: 'session-1', facts })).toBe(FIRST_VAULT_STATE);
  });

  it('stays as old as it was while it is read again, and when that fails', () => {
    const again = reduceVault(known, { type: 'sync', status: { kind: 'syncing', done: 1, total: 2 } });
    expect([again.asOf, again.sync?.kind]).toEqual([NOW, 'syncing']);
    const failed = reduceVault(again, {
      type: 'sync',
      status: { kind: 'failed', problem: { kind: 'offline' }, at: NOW - 5 },
    });
    expect(failed.asOf).toBe(NOW - 5);
  });

  it('keeps the items through every problem but a missing account', () => {
    const offline = reduceVault(known, { type: 'answered', request: 0, result: fail({ kind: 'offline' }) });
    expect([offline.items?.length, offline.problem?.kind, offline.request]).toEqual([2, 'offline', undefined]);
    const out = reduceVault(known, { type: 'answered', request: 0, result: fail({ kind: 'not-signed-in' }) });
    expect([out.items, out.session, out.asOf]).toEqual([[], undefined, undefined]);
    const asked = reduceVault(offline, { type: 'asked', request: 1 });
    const better = reduceVault(asked, { type: 'answered', request: 1, result: ok(snapshotWith()) });
    expect([better.problem, better.snapshot?.username]).toEqual([undefined, 'keeper']);
  });

  it('is nothing of the account before, and is read again for the next', () => {
    const next = reduceVault(known, { type: 'connection', connection: signedIn('session-2') });
    expect([next.items, next.session, next.isStale]).toEqual([undefined, 'session-2', true]);
    expect(reduceVault(known, { type: 'connection', connection: { kind: 'signed-out' } }).items).toEqual([]);
    const refused = reduceVault(known, { type: 'connection', connection: { kind: 'key-refused' } });
    expect([refused.problem?.kind, refused.items?.length]).toEqual(['key-refused', 2]);
    expect(reduceVault(refused, { type: 'connection', connection: signedIn('session-1') }).problem).toBeUndefined();
  });

  it('shows B’s vault after A’s late answer', () => {
    const late: VaultEvent[] = [
      { type: 'asked', request: 1 },
      { type: 'connection', connection: signedIn('B') },
      { type: 'answered', request: 1, result: fail({ kind: 'not-signed-in' }) },
      { type: 'read', vault: read({ session: 'session-1' }), announced: [] },
      { type: 'read', vault: read({ session: 'B' }), announced: [] },
    ];
    const state = late.reduce(reduceVault, known);
    expect([state.session, state.problem, state.items?.length]).toEqual(['B', undefined, 2]);
  });

  it('reads the items once when the first read names the account', () => {
    const stored = { type: 'stored' as const, figures: { snapshot: snapshotWith(), summary: undefined } };
    expect(reduceVault(FIRST_VAULT_STATE, stored)).toMatchObject({ session: 'session-1', isStale: false });
    expect(
      reduceVault(reduceVault(FIRST_VAULT_STATE, stored), { type: 'read', vault: read(), announced: [] }),
    ).toMatchObject({
      session: 'session-1',
      items: [{ id: 1 }, { id: 2 }],
    });
  });
});
