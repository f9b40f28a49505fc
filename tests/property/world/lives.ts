import { createVaultEngine, type VaultEngine } from '@/entrypoints/background/vault/engine';
import type { EngineParts } from '@/entrypoints/background/vault/ports';
import type { Scenario } from '@/tests/property/scenario';
import { oneAfterAnother } from '@/tests/property/scripted';

/** One life of the background worker. */
export type Life = { alive: boolean; bornAwake: number; steps: number; parts: EngineParts; engine: VaultEngine };

type Outside = {
  scenario: Scenario;
  awake(): number;
  killed(): void;
  partsOf(life: () => Life): EngineParts;
};

export type Lives = ReturnType<typeof createLives>;

/** The lives of the worker. The scenario says after how many steps each is killed. */
export function createLives({ scenario, awake, killed, partsOf }: Outside) {
  const killAfter = oneAfterAnother<number>(scenario.kills, Number.POSITIVE_INFINITY);
  let life: Life | undefined;
  let killAt = killAfter();

  function boot(): Life {
    // The parts need the life and the life needs the engine made of them.
    const parts = partsOf(() => complete);
    const born = { alive: true, bornAwake: awake(), steps: 0, parts };
    const complete: Life = Object.assign(born, { engine: createVaultEngine(parts) });
    life = complete;
    void complete.engine.wake();
    return complete;
  }

  function kill(): void {
    if (!life) return;
    life.alive = false;
    life = undefined;
    killed();
  }

  /** A call that leaves the worker or an answer that reaches it. False if the worker dies at this very step. */
  function step(of: Life): boolean {
    if (!of.alive) return false;
    of.steps += 1;
    if (of.steps < killAt) return true;
    killAt = killAfter();
    kill();
    return of.alive;
  }

  return { worker: () => life ?? boot(), isAlive: () => life?.alive ?? false, kill, step };
}
