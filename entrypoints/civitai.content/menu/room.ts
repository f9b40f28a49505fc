import type { Client } from '@/entrypoints/civitai.content/vault-client/on-demand-client';
import { ageOf } from '@/utils/age';

export type RoomClient = Pick<Client, 'freeSpace'>;

/** The free room in the vault. */
export type Room = {
  /** In KB; `undefined` where it can't be read. */
  freeKb(): Promise<number | undefined>;
};

/** Menus that are opened one after the other ask once. */
const KEPT_MS = 20_000;

/** Reads the room for the menus of a page, at most once in 20 s. What can't be read is not kept. */
export function createRoom(client: RoomClient): Room {
  let last: { at: number; freeKb: number } | undefined;
  return {
    async freeKb() {
      if (last && ageOf(last.at, Date.now()) < KEPT_MS) return last.freeKb;
      const space = await client.freeSpace();
      last = space.ok ? { at: Date.now(), freeKb: space.value.freeKb } : undefined;
      return last?.freeKb;
    },
  };
}
