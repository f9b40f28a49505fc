import type { Scenario } from '@/tests/property/scenario';
import { act } from './act';
import { createWorld } from './world';

const PATIENCE_MS = 3 * 3_600_000;
/** What is to be added again is tried once an hour. */
const PATIENCE_FOR_OWED_MS = 7 * 3_600_000;
const JUST_WOKEN_MS = 1_000;

/** Lets a scenario happen to the real engine and throws if anything that must never be, was. */
export async function live(scenario: Scenario): Promise<void> {
  const world = createWorld(scenario);
  const { time, oracle, lives, alarm } = world;
  let at = 0;
  lives.worker();
  for (const action of scenario.actions) {
    await time.run(at + action.gap, oracle.watch);
    at += action.gap + (action.do === 'sleep' ? action.ms : 0);
    act(world, action);
  }
  const end = at + (scenario.isAgain ? PATIENCE_FOR_OWED_MS : PATIENCE_MS);
  await time.run(end, oracle.watch);
  // A worker that a page has just woken has begun to look whether there is anything to do.
  if (alarm.isSet()) await time.run(end + JUST_WOKEN_MS, oracle.watch);
  oracle.demandAsked(({ old }) => world.openSwaps.has(old));
  oracle.drained({ isAlarmSet: alarm.isSet() });
}
