import type { CheckedState } from '@/entrypoints/background/vault/checks/check-batch';
import { presenceOf } from '@/entrypoints/background/vault/fact-rows';
import { sizeOfItemKb, type VaultItem } from '@/utils/vault/vault-item';
import type { UnansweredAttempt } from './attempt';
import type { TaskContext } from './task-steps';
import type { VersionTask } from './version-task';

/**
 * Does the storage used, which does not lag, fit what the check says? It is a sum, so every other version that was changed at the same
 * time is checked again. `none`: it can't tell.
 */
export async function compareUsage(
  { parts, usage, check, facts, cooldowns }: TaskContext,
  task: VersionTask,
  attempt: UnansweredAttempt,
  { item }: CheckedState,
): Promise<'for' | 'against' | 'none'> {
  const { versionId } = task;
  const { usedKb, sizeKb = 0 } = attempt;
  if (usedKb === undefined) return 'none';
  // A version without a size leaves no trace in the sum.
  if (presenceOf(item) !== attempt.before && sizeOf(item) === sizeKb) return 'against';
  const sizesKb = usage.sizesBefore(versionId) ?? new Map([[versionId, sizeKb]]);
  const others = [...sizesKb.keys()].filter(id => id !== versionId);
  const [vault, outcomes] = await Promise.all([
    parts.api.vault().catch(() => undefined),
    check(others, { fresh: true }),
  ]);
  if (!vault?.ok || !vault.value) return 'against';
  // Meanwhile the version was toggled from elsewhere.
  if (task.attempt?.usedKb === undefined) return 'none';
  let expectedKb = 0;
  for (const [id, beforeKb] of sizesKb) {
    // A replica may still show what was just removed; what was just added has no size until it does.
    const isGone = id !== versionId && !cooldowns.isOver(id) && facts.isKnownAs(id, 'out');
    const now = id === versionId ? { ok: true as const, item } : outcomes.get(id);
    if (!now?.ok) return 'against';
    // What the browser repeated by itself may have added a second row, which a check doesn't show.
    const { problem } = facts.compose(id);
    const { copies = 1 } = beforeKb === 0 && problem?.kind === 'duplicated' ? problem : {};
    expectedKb += (isGone ? 0 : sizeOf(now.item) * copies) - beforeKb;
  }
  return vault.value.usedStorageKb - usedKb === expectedKb ? 'for' : 'against';
}

function sizeOf(item: VaultItem | null): number {
  return item ? sizeOfItemKb(item) : 0;
}
