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
  it('tells every state from every other', () => {
    expect(new Set(STATES.map(statusWords)).size).toBe(STATES.length);
    expect(new Set(STATES.map(stateMeaning)).size).toBe(STATES.length);
  });

  it('offers to remove what is kept, to add what is not, and nothing while nobody knows', () => {
    for (const state of STATES.filter(isInVault)) expect(actionWords(state)).toBe('Remove from vault');
    expect(actionWords('out')).toBe('Add to vault');
    expect(actionWords('unknown')).toBe('');
  });

  it('puts the action on the button of what is not kept, the state on all others', () => {
    expect(buttonWords('out')).toBe('Add to vault');
    expect(buttonWords('in')).toBe('In vault');
    expect(buttonWords('pending')).toBe('In vault, pending');
    expect(buttonWords('failed')).toBe('In vault, failed');
  });

  it('has one short word for each, and leaves a status that nobody knows yet as it is', () => {
    expect(new Set(STATES.map(state => SHORT_WORDS[state])).size).toBe(STATES.length);
    expect(['Stored', 'Pending', 'Failed'].map(itemStatusWords)).toEqual(
      STATES.filter(isInVault).map(state => SHORT_WORDS[state]),
    );
    expect(['Refreshing', ''].map(itemStatusWords)).toEqual(['Refreshing', 'Not known']);
  });

  it('never says of a doubt that it is done', () => {
    for (const target of ['in', 'out'] as const) {
      expect(activityWords({ target, phase: 'looking', since: 0 })).toBe('Checking…');
      expect(activityWords({ target, phase: 'waiting', since: 0 })).toMatch(/^Waiting/);
      expect(activityWords({ target, phase: 'sending', since: 0 })).toMatch(/ing…$/);
    }
  });
});
