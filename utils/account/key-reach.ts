import type { Snapshot } from './account';

/** Permission bits of a key (site-facts.md H.2). */
const USER_READ = 1;
const VAULT_READ = 8_388_608;
/** Lets a key change the vault. */
export const VAULT_WRITE = 16_777_216;
const FULL = 33_554_431;
const NEEDED = USER_READ | VAULT_READ | VAULT_WRITE;

/**
 * What a key may do beside what Vaulted needs: nothing (`vault`), some (`more`), or all that the site's widest preset allows
 * (`everything`). `unknown`: the site doesn't say.
 */
export type KeyReach = 'vault' | 'more' | 'everything' | 'unknown';

/** Derives the reach from the answer of `/me`, which refuses a key that is limited to the vault (site-facts.md F.10). */
export function reachOf({ keyScope, username }: Pick<Snapshot, 'keyScope' | 'username'>): KeyReach {
  if (keyScope === undefined) return username === undefined ? 'vault' : 'unknown';
  if ((keyScope & FULL) === FULL) return 'everything';
  return (keyScope & ~NEEDED) === 0 ? 'vault' : 'more';
}
