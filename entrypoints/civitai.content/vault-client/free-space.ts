import type { Client } from './on-demand-client';

/**
 * What is free in the vault, KB; `undefined` where it can't be read. The worker keeps it right through changes of its own, so it is asked
 * for whenever it is to be shown: most answers cost no request.
 */
export async function readFreeKb(client: Pick<Client, 'freeSpace'>): Promise<number | undefined> {
  const space = await client.freeSpace();
  return space.ok ? space.value.freeKb : undefined;
}
