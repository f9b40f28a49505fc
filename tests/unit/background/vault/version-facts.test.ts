import { describe, expect, it } from 'vitest';
import { createCooldowns } from '@/entrypoints/background/vault/cooldown';
import { createVersionFacts } from '@/entrypoints/background/vault/version-facts';
import { itemOf } from '@/tests/property/items';
import { V } from './rig';

/** Facts without a task, at a moment of the worker's life. */
function factsAt(elapsed: number) {
  const time = { elapsed };
  const clock = {
    now: () => 1_700_000_000_000 + time.elapsed,
    elapsed: () => time.elapsed,
    sleep: () => Promise.resolve(),
    wakeAfter: () => {},
  };
  const cooldowns = createCooldowns(clock);
  const none = () => undefined;
  const facts = createVersionFacts({ clock, cooldowns, activityOf: none, attemptOf: none, owedOf: none });
  return { facts, cooldowns, time };
}

describe('a cooldown', () => {
  it('believes no check that was asked before its end, and every one after it', () => {
    const { facts, cooldowns } = factsAt(1_000);
    cooldowns.begin(V, 15_000);
    expect(facts.recordCheck(V, { item: null, askedAt: 15_999 })).toBeUndefined();
    expect(facts.recordCheck(V, { item: null, askedAt: 16_000 })).toMatchObject({ state: 'out' });
  });

  it('gives way to what two checks and the storage used have shown', () => {
    const { facts, cooldowns } = factsAt(1_000);
    cooldowns.begin(V, 15_000);
    facts.recordCertain(V, { item: itemOf(V), askedAt: 900 });
    expect(facts.compose(V)).toMatchObject({ state: 'in' });
  });

  it('follows a toggle’s answer', () => {
    const { facts, cooldowns, time } = factsAt(1_000);
    facts.recordAnswer(V, 'in');
    expect(facts.recordCheck(V, { item: null, askedAt: 15_000 })).toBeUndefined();
    time.elapsed = 16_000;
    expect(cooldowns.isOver(V)).toBe(true);
  });

  it('is never shortened by another', () => {
    const { cooldowns } = factsAt(0);
    cooldowns.begin(V, 15_000);
    cooldowns.begin(V, 1_000);
    expect(cooldowns.endOf(V)).toBe(15_000);
  });

  it('of an earlier session lasts no longer than a toggle can be hidden, however the clock was set', () => {
    const { cooldowns } = factsAt(0);
    cooldowns.restore({ versionId: V, until: 1_700_003_600_000 });
    expect(cooldowns.endOf(V)).toBe(45_000);
  });
});

describe('a check', () => {
  it('that was asked earlier never overwrites a later one', () => {
    const { facts } = factsAt(1_000);
    facts.recordCheck(V, { item: itemOf(V), askedAt: 500 });
    expect(facts.recordCheck(V, { item: null, askedAt: 400 })).toBeUndefined();
    expect(facts.compose(V)).toMatchObject({ state: 'in' });
  });
});
