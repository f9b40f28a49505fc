import { cachedItems } from '@/utils/messages/rows/requests';
import { ok, type Result } from '@/utils/problem';
import { ask } from './ask';
import type { CachedItems, CachedPart } from './protocol';

/** Asks for one part of the vault as this browser knows it: the items whose ids come before `before`. Never rejects. */
export function readPart(before?: number): Promise<Result<CachedPart>> {
  return ask(cachedItems, before === undefined ? {} : { before });
}

/**
 * Reads the whole vault as this browser knows it, part by part, the largest ids first. All of it is of one account: if that changes
 * meanwhile, it starts again. `onPart` gets what has been read so far, while the next part is on its way. Never rejects as long as `read`
 * doesn't.
 */
export async function readVault(
  read: typeof readPart = readPart,
  onPart?: (soFar: CachedPart) => void,
): Promise<Result<CachedItems>> {
  let vault: CachedPart | undefined;
  let next = read();
  for (;;) {
    const part = await next;
    if (!part.ok) return part;
    const { session, items, facts, unread } = part.value;
    if (vault && vault.session !== session) return session === undefined ? part : readVault(read, onPart);
    vault = vault
      ? { ...part.value, items: [...vault.items, ...items], facts: [...vault.facts, ...facts] }
      : part.value;
    const last = items.at(-1);
    if (unread === 0 || !last) return ok(vault);
    next = read(last.id);
    onPart?.(vault);
  }
}
