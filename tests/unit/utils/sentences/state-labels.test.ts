import { describe, expect, it } from 'vitest';
import {
  actionLabel,
  activityLabel,
  activityStatus,
  buttonLabel,
  itemStatusLabel,
  shortLabel,
  stateMeaning,
  statusLabel,
} from '@/utils/sentences/state-labels';
import type { VaultState } from '@/utils/vault/membership';
import { isInVault } from '@/utils/vault/membership';

const STATES: readonly VaultState[] = ['in', 'pending', 'failed', 'out', 'unknown'];

describe('the words for states', () => {
  it('has a different text for each state', () => {
    expect(new Set(STATES.map(statusLabel)).size).toBe(STATES.length);
    expect(new Set(STATES.map(stateMeaning)).size).toBe(STATES.length);
  });

  it('removes a version that is in the vault, adds one that isn’t, does nothing while unknown', () => {
    for (const state of STATES.filter(isInVault)) expect(actionLabel(state)).toBe('Remove from vault');
    expect(actionLabel('out')).toBe('Add to vault');
    expect(actionLabel('unknown')).toBe('');
  });

  it('puts the action on the button of a version that is out, the state on all others', () => {
    expect(buttonLabel('out')).toBe('Add to vault');
    expect(buttonLabel('in')).toBe('In vault');
    expect(buttonLabel('pending')).toBe('In vault, pending');
    expect(buttonLabel('failed')).toBe('In vault, failed');
  });

  it('has a short form for each, and leaves an unknown status as it is', () => {
    expect(new Set(STATES.map(state => shortLabel(state))).size).toBe(STATES.length);
    expect(['Stored', 'Pending', 'Failed'].map(itemStatusLabel)).toEqual(
      STATES.filter(isInVault).map(state => shortLabel(state)),
    );
    expect(['Refreshing', ''].map(itemStatusLabel)).toEqual(['Refreshing', 'Not known']);
  });

  it('never calls an unsettled change done', () => {
    for (const target of ['in', 'out'] as const) {
      expect(activityLabel({ target, phase: 'looking', since: 0 })).toBe('Checking…');
      expect(activityLabel({ target, phase: 'waiting', since: 0 })).toMatch(/^Waiting/);
      expect(activityLabel({ target, phase: 'sending', since: 0 })).toMatch(/ing…$/);
    }
  });

  it('offers an undo only where a press is one', () => {
    const grace = { target: 'out', phase: 'grace', since: 0 } as const;
    expect([activityLabel(grace), activityStatus(grace)]).toEqual(['Removing… Undo', 'Removing…']);
    expect(activityStatus({ target: 'out', phase: 'waiting', since: 0 })).toBe('Waiting to remove');
  });
});
