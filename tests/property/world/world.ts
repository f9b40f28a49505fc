import { createMemoryStore } from '@/tests/property/memory-store';
import { createNetwork } from '@/tests/property/network';
import { createOracle } from '@/tests/property/oracle/oracle';
import type { Scenario } from '@/tests/property/scenario';
import { createServerModel } from '@/tests/property/server-model';
import { createVirtualTime } from '@/tests/property/virtual-time';
import { createAlarm } from './alarm';
import { createEngineParts } from './engine-parts';
import { createLaptop } from './laptop';
import { createLives, type Lives } from './lives';
import { createSignIns } from './sign-ins';

export type World = ReturnType<typeof createWorld>;

/** Everything around the engine, before anything has happened. */
export function createWorld(scenario: Scenario) {
  const time = createVirtualTime();
  const { now, after } = time;
  const server = createServerModel(now, scenario.initial);
  const laptop = createLaptop(time);
  const { awake, slept, wall, locally } = laptop;
  const signIns = createSignIns();
  const store = createMemoryStore(signIns.session);
  const oracle = createOracle({ scenario, server, now, awake, slept, journal: store.journal });
  const network = createNetwork({ scenario, server, oracle, now, wall, locally, remotely: after });
  const alarm = createAlarm(laptop, () => void lives.worker().engine.wake());
  const lives: Lives = createLives({
    scenario,
    awake,
    killed: oracle.killed,
    partsOf: life =>
      createEngineParts({ laptop, signIns, store, oracle, network, alarm, step: of => lives.step(of) }, life),
  });
  /** Swaps that the user is asked about later: written down, like the journal. */
  const openSwaps = new Set<number>();
  return { scenario, time, server, laptop, signIns, store, oracle, alarm, lives, openSwaps };
}
