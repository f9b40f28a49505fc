import type { Client } from './on-demand-client';

/** What it takes to know what is free. */
export type SpaceClient = Pick<Client, 'freeSpace' | 'connection'>;

/**
 * What is free in the vault, KB; `undefined` where it can't be read, or nothing can be added. The worker keeps it right through changes of
 * its own, so it is asked for whenever it is to be shown: most answers cost no request.
 */
export async function readFreeKb(client: SpaceClient): Promise<number | undefined> {
  const connection = client.connection();
  // Without a key or a vault the worker would have to ask the site each time.
  if (connection?.kind !== 'signed-in' || connection.isLogin || connection.membership === 'never') return undefined;
  const space = await client.freeSpace();
  return space.ok ? space.value.freeKb : undefined;
}
