import { describe, expect, it } from 'vitest';
import { git } from './tree';

/** The last commit before the rule. */
const BEFORE = '6578fab';
const MOST_CHARACTERS = 72;

/** Subjects since the rule; none where the history was not fetched. */
function subjects(): string[] {
  try {
    git('merge-base', '--is-ancestor', BEFORE, 'HEAD');
  } catch {
    return [];
  }
  return git('log', '--no-merges', '--format=%s', `${BEFORE}..HEAD`).split('\n').filter(Boolean);
}

const isRight = (subject: string) => /^[a-z][a-z\d ,/.-]*: \S/.test(subject) && subject.length <= MOST_CHARACTERS;

describe('commits', () => {
  it('say where, and what it does now', () => {
    expect(subjects().filter(subject => !isRight(subject))).toEqual([]);
  });

  it('fail without an area, and by a character', () => {
    const length = (count: number) => `vault: ${'x'.repeat(count - 7)}`;
    expect([length(72), 'content script: marks are drawn once'].filter(isRight).length).toBe(2);
    expect([length(73), 'Draw marks once', 'vault:', 'Vault: marks'].filter(isRight)).toEqual([]);
  });
});
