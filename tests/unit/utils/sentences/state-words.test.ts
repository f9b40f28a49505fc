import { describe, expect, it } from 'vitest';
import {
  actionWords,
  activityWords,
  buttonWords,
  itemStatusWords,
  SHORT_WORDS,
  stateMeaning,
  statusWords,
} from '@/utils/sentences/state-words';
import type { VaultState } from '@/utils/vault/membership';
import { isInVault } from '@/utils/vault/membership';

const STATES: readonly VaultState[] = ['in', 'pending', 'failed', 'out', 'unknown'];

describe('the words for states', () => {
  it('has a different text for each state', () => {
    expect(new Set(STATES.map(statusWords)).size).toBe(STATES.length);
    expect(new Set(STATES.map(stateMeaning)).size).toBe(STATES.length);
  });

  it('removes a version that is in the vault, adds one that isn’t, does nothing while unknown', () => {
    for (const state of STATES.filter(isInVault)) expect(actionWords(state)).toBe('Remove from vault');
    expect(actionWords('out')).toBe('Add to vault');
    expect(actionWords('unknown')).toBe('');
  });

  it('puts the action on the button of a version that is out, the state on all others', () => {
    expect(buttonWords('out')).toBe('Add to vault');
    expect(buttonWords('in')).toBe('In vault');
    expect(buttonWords('pending')).toBe('In vault, pending');
    expect(buttonWords('failed')).toBe('In vault, failed');
  });

  it('has a short form for each, and leaves an unknown status as it is', () => {
    expect(new Set(STATES.map(state => SHORT_WORDS[state])).size).toBe(STATES.length);
    expect(['Stored', 'Pending', 'Failed'].map(itemStatusWords)).toEqual(
      STATES.filter(isInVault).map(state => SHORT_WORDS[state]),
    );
    expect(['Refreshing', ''].map(itemStatusWords)).toEqual(['Refreshing', 'Not known']);
  });

  it('never calls an unsettled change done', () => {
    for (const target of ['in', 'out'] as const) {
      expect(activityWords({ target, phase: 'looking', since: 0 })).toBe('Checking…');
      expect(activityWords({ target, phase: 'waiting', since: 0 })).toMatch(/^Waiting/);
      expect(activityWords({ target, phase: 'sending', since: 0 })).toMatch(/ing…$/);
    }
  });
});
