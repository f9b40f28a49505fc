import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';

export type RoomClient = Pick<Client, 'freeSpace'>;

/** The free room in the vault. */
export type Room = {
  /** In KB; `undefined` where it can't be read. */
  freeKb(): Promise<number | undefined>;
};

/** Menus that are opened one after the other ask once. */
const KEPT_MS = 20_000;

/** Reads the room for the menus of a page, at most once in 20 s. */
export function createRoom(client: RoomClient): Room {
  let last: { at: number; read: Promise<number | undefined> } | undefined;
  return {
    freeKb() {
      if (!last || Date.now() - last.at > KEPT_MS) last = { at: Date.now(), read: readRoom(client) };
      return last.read;
    },
  };
}

async function readRoom(client: RoomClient): Promise<number | undefined> {
  const space = await client.freeSpace();
  return space.ok ? space.value.freeKb : undefined;
}
