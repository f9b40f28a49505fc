import { createAttemptRules } from './attempt-rules';
import { createEndRules } from './end-rules';
import { createFactRules, createPressRules } from './fact-rules';
import { createGraceRules } from './grace-rules';
import { createIntentRules } from './intent-rules';
import { createLifeRules } from './life-rules';
import { createRecords, type OracleParts } from './records';
import { createSwapRules } from './swap-rules';

export type Oracle = ReturnType<typeof createOracle>;

/** Watches the engine from outside and throws as soon as something happened that must never happen. */
export function createOracle(parts: OracleParts) {
  const records = createRecords(parts);
  return {
    ...createIntentRules(records),
    ...createGraceRules(records),
    ...createAttemptRules(records),
    ...createFactRules(records),
    ...createPressRules(records),
    ...createLifeRules(records),
    ...createSwapRules(records),
    ...createEndRules(records),
  };
}
