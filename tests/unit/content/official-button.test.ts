import { describe, expect, it } from 'vitest';
import { judgeClick, ownershipOf } from '@/entrypoints/civitai.content/official-button';
import type { Connection } from '@/utils/account';
import { isVersionId } from '@/utils/ids';
import type { VaultState, VersionFact } from '@/utils/membership';

function fact(state: VaultState, more: Partial<VersionFact> = {}): VersionFact {
  const versionId = 30;
  if (!isVersionId(versionId)) throw new Error('bad fixture');
  return { versionId, state, asOf: 1, ...more };
}

const signedIn: Connection = { kind: 'signed-in', session: 's', userId: 5, membership: 'member', canWrite: true };

describe('ownershipOf', () => {
  it.each([
    [signedIn, 5, 'same'],
    [signedIn, 6, 'other'],
    [signedIn, undefined, 'not-known'],
    [{ kind: 'signed-out' }, 5, 'not-known'],
    [undefined, 5, 'not-known'],
  ] as const)('of %o and %s is %s', (connection, siteUserId, expected) => {
    expect(ownershipOf(connection, siteUserId)).toBe(expected);
  });

  it('is not known for a key whose owner is not known', () => {
    const { userId: _, ...anonymous } = { ...signedIn, userId: 5 };
    expect(ownershipOf(anonymous, 5)).toBe('not-known');
  });
});

describe('judgeClick', () => {
  it.each([
    ['in', 'out', 'let-through'],
    ['out', 'in', 'let-through'],
    ['out', 'pending', 'let-through'],
    ['out', 'failed', 'let-through'],
    ['in', 'unknown', 'let-through'],
    // The label is stale: the flip would do the opposite of what it says.
    ['in', 'in', 'carry-out'],
    ['in', 'pending', 'carry-out'],
    ['in', 'failed', 'carry-out'],
    ['out', 'out', 'carry-out'],
  ] as const)('of "%s" while the version is %s: %s', (says, state, kind) => {
    expect(judgeClick(says, fact(state), 'same')).toEqual({ kind, means: says });
  });

  it('holds back while something is being done', () => {
    const busy = fact('out', { activity: { target: 'in', phase: 'sending', since: 0 } });
    expect(judgeClick('in', busy, 'same')).toEqual({ kind: 'hold-back' });
  });

  it.each(['other', 'not-known'] as const)('never interferes with the button of an account that is %s', ownership => {
    expect(judgeClick('in', fact('in'), ownership)).toEqual({ kind: 'none' });
  });
});
