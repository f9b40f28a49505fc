import { describe, expect, it } from 'vitest';
import { plain } from '@/tests/unit/support/plain';
import { describeProblem } from '@/utils/sentences/describe-problem';
import { describeAvailability, describeRemovalRisk } from '@/utils/sentences/obstacle-sentences';
import type { Availability } from '@/utils/vault/version-availability';
import { EVERY_PROBLEM, OBSTACLES } from './every-problem';

const NOW = new Date(2026, 10, 22, 14, 0).getTime();
const AVAILABILITIES: readonly Availability[] = ['everyone', 'archived', ...OBSTACLES];

describe('describeProblem', () => {
  it.each(EVERY_PROBLEM.map(problem => [JSON.stringify(problem), problem] as const))('speaks of %s', (_, problem) => {
    for (const sentence of Object.values(describeProblem(problem, NOW))) {
      expect(sentence).toMatch(/^[A-Z].*[.]$/);
      expect(sentence.length).toBeLessThan(140);
      expect(plain(sentence)).not.toMatch(/\b[1-5]\d\d\b(?!\.\d| [KMGT]B)/);
      expect(sentence).not.toMatch(/\b(?:undefined|NaN|null|HTTP|JSON|error)\b/i);
    }
  });

  it('names the needed and the free storage when there isn’t enough', () => {
    const { meaning } = describeProblem({ kind: 'over-quota', sizeKb: 6_775_430, freeKb: 1_048_576 });
    expect(plain(meaning)).toBe('This version wasn’t added. It needs 6.46 GB, and 1 GB is free.');
    expect(describeProblem({ kind: 'over-quota', freeKb: -400 }).meaning).toContain('Nothing is free.');
  });

  it('says until when Civitai wants a pause', () => {
    const until = new Date(2026, 10, 22, 14, 5).getTime();
    expect(describeProblem({ kind: 'limited', until }, NOW).next).toContain('14:05');
  });

  it('says what the vault holds after another client’s change', () => {
    expect(describeProblem({ kind: 'contradicted', target: 'in', now: 'out' }).meaning).toContain('not in your vault');
    expect(describeProblem({ kind: 'contradicted', target: 'out', now: 'in' }).meaning).toContain('in your vault now');
  });

  it('differs between an unsettled add and an unsettled removal', () => {
    expect(describeProblem({ kind: 'unsettled', target: 'in' }).what).toContain('added');
    expect(describeProblem({ kind: 'unsettled', target: 'out' }).what).toContain('removed');
  });

  it('gives every obstacle a reason of its own', () => {
    const reasons = OBSTACLES.map(obstacle => describeProblem({ kind: 'not-available', obstacle }).what);
    expect(new Set(reasons).size).toBe(OBSTACLES.length);
  });
});

describe('describeRemovalRisk', () => {
  it('promises a way back only for versions offered to all users', () => {
    const returning = AVAILABILITIES.filter(availability => describeRemovalRisk(availability).canReturn);
    expect(returning).toEqual(['everyone']);
  });

  it('warns of the only copy when the look-up failed', () => {
    const { canReturn, risk } = describeRemovalRisk(undefined);
    expect(canReturn).toBe(false);
    expect(risk).toContain('only copy');
  });

  it('says that notes are lost', () => {
    expect(describeRemovalRisk('everyone').risk).toContain('any notes on it will be lost');
  });

  it.each(AVAILABILITIES)('describes %s', availability => {
    expect(describeRemovalRisk(availability).risk.startsWith(describeAvailability(availability))).toBe(true);
  });
});
