import { createAccounts } from './accounts.ts';
import { createCatalogue } from './catalogue.ts';
import { createClock } from './clock.ts';
import { createCrowd } from './crowd.ts';
import { createFinder } from './find.ts';
import type { World } from './sandbox.ts';
import { seedAccounts } from './seed-accounts.ts';
import { createSettings, type Settings } from './settings.ts';
import { createVaultStore } from './vault-store.ts';

export type WorldOptions = {
  /** Of the catalogue and the vaults; 1 when left out. */
  seed?: number;
  /** What the clock shows at first, epoch ms; the real time when left out. */
  start?: number;
  settings?: Partial<Settings>;
};

/** The site's whole content without a server. Equal options give equal worlds; only the clock goes on. */
export function createWorld({ seed = 1, start, settings: changes }: WorldOptions = {}): World {
  const settings = createSettings(changes);
  const clock = createClock(start);
  const catalogue = createFinder(createCatalogue(seed), createCrowd());
  const world = {
    seed,
    settings,
    clock,
    catalogue,
    accounts: createAccounts(),
    vault: createVaultStore(clock, settings, catalogue),
  };
  seedAccounts(world);
  return world;
}
