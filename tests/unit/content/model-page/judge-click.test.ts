import { describe, expect, it } from 'vitest';
import { judgeClick, type Ownership, ownershipOf } from '@/entrypoints/civitai.content/model-page/judge-click';
import type { Connection } from '@/utils/account/account';
import { isVersionId } from '@/utils/civitai/ids';
import type { VaultState, VersionFact } from '@/utils/vault/membership';

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
  const shown = (known: VersionFact | undefined, ownership: Ownership = 'same', isUnconfirmed = false) => ({
    fact: known,
    ownership,
    isUnconfirmed,
    isSettling: false,
  });

  it.each([
    ['in', 'out', 'let-through'],
    ['out', 'in', 'let-through'],
    ['out', 'pending', 'let-through'],
    ['out', 'failed', 'let-through'],
    ['in', 'unknown', 'let-through'],
    ['out', 'unknown', 'let-through'],
    // The label is stale: the flip would do the opposite of what it says.
    ['in', 'in', 'carry-out-label'],
    ['in', 'pending', 'carry-out-label'],
    ['in', 'failed', 'carry-out-label'],
    ['out', 'out', 'carry-out-label'],
  ] as const)('of "%s" while the version is %s: %s', (labelTarget, state, kind) => {
    expect(judgeClick(labelTarget, shown(fact(state)), 0)).toEqual({ kind, target: labelTarget });
  });

  it.each(['in', 'out'] as const)('lets “%s” through where nothing is known', labelTarget => {
    expect(judgeClick(labelTarget, shown(undefined), 0)).toEqual({ kind: 'let-through', target: labelTarget });
  });

  it.each([
    ['in', 'in'],
    ['out', 'out'],
  ] as const)(
    'believes the label “%s” rather than what was known well before the page was loaded',
    (labelTarget, state) => {
      expect(judgeClick(labelTarget, shown(fact(state)), 15_502)).toEqual({ kind: 'let-through', target: labelTarget });
    },
  );

  it.each([
    ['in', 'in'],
    ['out', 'out'],
  ] as const)(
    'doubts the label “%s” of a page that may have been made from what was there before a change',
    (labelTarget, state) => {
      expect(judgeClick(labelTarget, shown(fact(state)), 15_501)).toEqual({
        kind: 'carry-out-label',
        target: labelTarget,
      });
    },
  );

  it('lets “Remove” through where the last check failed, but never lets a flip remove by “Add”', () => {
    expect(judgeClick('out', shown(fact('out'), 'same', true), 0)).toEqual({ kind: 'let-through', target: 'out' });
    expect(judgeClick('in', shown(fact('in'), 'same', true), 0)).toEqual({ kind: 'carry-out-label', target: 'in' });
  });

  it('holds back while Vaulted is at work', () => {
    const busy = fact('out', { activity: { target: 'in', phase: 'sending', since: 0 } });
    expect(judgeClick('in', shown(busy), 0)).toEqual({ kind: 'hold-back' });
  });

  it.each([
    ['out', 'pending', 'queue'],
    ['in', 'out', 'queue'],
    // Its label has not followed, as after an answer that got lost.
    ['in', 'pending', 'carry-out-label'],
  ] as const)('while its own toggle settles, “%s” of a version that is %s: %s', (labelTarget, state, kind) => {
    const settling = { ...shown(fact(state, { asOf: 100_000 })), isSettling: true };
    expect(judgeClick(labelTarget, settling, 0)).toEqual({ kind, target: labelTarget });
  });

  it('ignores the button of another account', () => {
    expect(judgeClick('in', shown(fact('in'), 'other'), 0)).toEqual({ kind: 'ignore' });
  });

  it.each(['in', 'out'] as const)('only notes a click where it is not known whose vault it changes: %s', state => {
    expect(judgeClick('in', shown(fact(state), 'not-known'), 0)).toEqual({ kind: 'let-through', target: 'in' });
  });
});
