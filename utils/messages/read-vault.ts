import { ok, type Result } from '@/utils/problem';
import { ask } from './ask';
import { type CachedItems, ITEMS_AT_ONCE } from './protocol';
import { cachedItems } from './requests';

/** Asks for one part of the vault as this browser knows it: the items whose ids come after `after`. Never rejects. */
export function readPart(after?: number): Promise<Result<CachedItems>> {
  return ask(cachedItems, after === undefined ? {} : { after });
}

/**
 * Reads the whole vault as this browser knows it, part by part. All of it is of one account: if that changes meanwhile, it starts again.
 * Never rejects as long as `read` doesn't.
 */
export async function readVault(read: typeof readPart = readPart): Promise<Result<CachedItems>> {
  let vault: CachedItems | undefined;
  for (let after: number | undefined; ; ) {
    const part = await read(after);
    if (!part.ok) return part;
    const { session, items, facts } = part.value;
    const isStart = vault === undefined;
    if (vault && vault.session !== session) return session === undefined ? part : readVault(read);
    vault = vault
      ? { ...part.value, items: [...vault.items, ...items], facts: [...vault.facts, ...facts] }
      : part.value;
    after = items.at(-1)?.id;
    if (items.length < ITEMS_AT_ONCE || (isStart && session === undefined)) return ok(vault);
  }
}
