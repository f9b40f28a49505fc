import { createAccounts } from '@/sandbox/accounts/accounts.ts';
import { seedAccounts } from '@/sandbox/accounts/seed-accounts.ts';
import { createCatalogue } from '@/sandbox/catalogue/catalogue.ts';
import { createCrowd } from '@/sandbox/catalogue/crowd.ts';
import { createFinder } from '@/sandbox/catalogue/finder.ts';
import { createVaultStore } from '@/sandbox/vault/vault-store.ts';
import { createClock } from './clock.ts';
import type { World } from './sandbox.ts';
import { createSettings, type Settings } from './settings.ts';

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
