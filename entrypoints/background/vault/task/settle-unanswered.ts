import type { PostRow } from '@/entrypoints/background/storage/rows';
import type { Sighting } from '@/entrypoints/background/vault/check-batch';
import {
  FIRST_LOOK_MS,
  LAG_ALLOWANCE_MS,
  LAST_COMMIT_MS,
  LOOK_AGAIN_MS,
  TRUST_MS,
  UNSETTLED_AFTER_MS,
} from '@/entrypoints/background/vault/constants';
import { keptOf } from '@/entrypoints/background/vault/version-facts';
import { sizeOfItemKb, type VaultItem } from '@/utils/vault/vault-item';
import { closePost } from './confirm-answer';
import { type Context, finish, look, pause, save, show, stumble } from './task-steps';
import { isOut, type Line, postAge } from './version-task';

/** From this age on a check shows what the request did, however late it took effect. */
const PLAIN_MS = LAST_COMMIT_MS + LAG_ALLOWANCE_MS;

/**
 * One step while nobody knows whether a request took effect. It is never sent again to find out: two checks have to agree, the
 * second later than the last moment at which it can take effect plus the lag allowance. The quota, read from the primary, may show
 * without that allowance that it did, or that the checks lag for longer than anybody expects; by itself it proves nothing.
 */
export async function settleDoubt(context: Context, line: Line, post: PostRow): Promise<void> {
  const age = () => postAge(line, post, context.parts.clock.elapsed());
  if (line.intent) showDoubt(context, line, post);
  line.lookAtAge ||= FIRST_LOOK_MS;
  if (age() < line.lookAtAge) return pause(context, line, line.lookAtAge - age());
  const askedAge = age();
  const seen = await look(context, line);
  if (!seen.ok && age() >= TRUST_MS && !line.intent) return closePost(context, line);
  if (!seen.ok) return stumble(context, line, seen.problem);
  const agrees = post.seen === keptOf(seen.item);
  post.seen = keptOf(seen.item);
  line.lookAtAge = Math.max(LAST_COMMIT_MS, line.intent ? askedAge + LOOK_AGAIN_MS : askedAge * 1.5);
  if (agrees && askedAge >= LAST_COMMIT_MS) return judge(context, line, post, seen, askedAge);
  await save(context, line);
}

async function judge(context: Context, line: Line, post: PostRow, seen: Sighting, askedAge: number): Promise<void> {
  const evidence = await weigh(context, line, post, seen);
  const now = keptOf(seen.item);
  if (askedAge >= PLAIN_MS && (evidence !== 'against' || now !== post.before)) return closePost(context, line, seen);
  // A sum that has not moved may hide two changes that make up for each other: only what a check shows as done is settled sooner.
  if (evidence === 'for' && now !== post.before) {
    // As good as an answer given at the last possible moment.
    post.answer = now;
    line.isHeard = true;
    post.ageMs = askedAge - LAST_COMMIT_MS;
    line.postAsOf = seen.askedAt;
    line.lookAtAge = 0;
    await save(context, line, [context.facts.settle(line.versionId, seen)]);
    context.announce([line.versionId]);
    return;
  }
  if (askedAge >= TRUST_MS) return closePost(context, line, seen);
  if (line.intent && askedAge >= PLAIN_MS + UNSETTLED_AFTER_MS) {
    return finish(context, line, { kind: 'unsettled', target: line.intent.row.target });
  }
  await save(context, line);
}

/**
 * Does the storage used, which does not lag, fit what the check says? It is a sum: what else was changed at the same time is checked
 * again and has its part in it.
 */
async function weigh(
  { parts, ledger, ask }: Context,
  { versionId }: Line,
  post: PostRow,
  { item }: Sighting,
): Promise<'for' | 'against' | 'none'> {
  if (post.usedKb === undefined) return 'none';
  // A size of nothing shows nothing.
  if (keptOf(item) !== post.before && sizeOf(item) === (post.sizeKb ?? 0)) return 'against';
  const sizesKb = ledger.sizesBefore(post) ?? new Map([[versionId, post.sizeKb ?? 0]]);
  const others = [...sizesKb.keys()].filter(id => id !== versionId);
  const [vault, seen] = await Promise.all([parts.api.vault().catch(() => undefined), ask(others, { fresh: true })]);
  if (!vault?.ok || !vault.value) return 'against';
  // Somebody else's toggle has just been noted.
  if (post.usedKb === undefined) return 'none';
  let expectedKb = 0;
  for (const [id, sizeKb] of sizesKb) {
    const now = id === versionId ? { ok: true as const, item } : seen.get(id);
    if (!now?.ok) return 'against';
    expectedKb += sizeOf(now.item) - sizeKb;
  }
  return vault.value.usedStorageKb - post.usedKb === expectedKb ? 'for' : 'against';
}

function sizeOf(item: VaultItem | null): number {
  return item ? sizeOfItemKb(item) : 0;
}

function showDoubt(context: Context, line: Line, post: PostRow): void {
  const phase = isOut(line) ? 'looking' : 'waiting';
  const cause = line.intent?.row.cause;
  const reason = cause?.kind === 'limited' ? cause : ({ kind: 'unsettled', target: post.meant } as const);
  show(context, line, phase, reason);
}
