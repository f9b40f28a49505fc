import { type Refusal, refusals } from '@/sandbox/api/failures.ts';
import type { VaultRow, WorldAccount, WorldModel, WorldVersion } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';
import { sizeWhenAdded } from '@/sandbox/vault/vault-item.ts';

/** The database's largest integer; sums and ids beyond it are errors (site-facts.md F.1, F.3). */
export const MAX_INT = 2_147_483_647;

type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };
type Toggled = { toggled: 'add'; itemId: number } | { toggled: 'remove' };

function no(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}

/** Free callers, as the documentation has it: no tier, neither paid nor given. */
export function isFreeTier(account: WorldAccount): boolean {
  return account.compedTier === null && activeSubscriptions(account).length === 0;
}

/** Subscriptions that count for the vault (F.1). */
export function activeSubscriptions(account: WorldAccount) {
  return account.subscriptions.filter(({ status }) => status === 'active' || status === 'trialing');
}

/** The vault, created for a member on first use; `undefined` for who never had one and is no member (F.1). */
export function getOrCreateVault(world: World, account: WorldAccount): Outcome<VaultRow | undefined> {
  const row = world.vault.row(account.id);
  if (row) return { ok: true, value: row };
  const active = activeSubscriptions(account);
  // The documentation knows nothing of given tiers without a subscription: any tier has a vault there.
  if (active.length === 0 && (world.settings.flavour === 'real' || isFreeTier(account))) {
    return { ok: true, value: undefined };
  }
  const sizes = active.flatMap(({ vaultSizeKb }) => vaultSizeKb ?? []);
  if (active.length > 0 && sizes.length === 0) return no(refusals.noSize);
  const storageKb = sizes.reduce((sum, size) => sum + size, 0);
  return { ok: true, value: world.vault.setStorage(account.id, storageKb) };
}

/** True while a paid gate stands between the public and the version. */
export function isGated(version: WorldVersion, now: number): boolean {
  const gate = version.paidAccess;
  if (!gate) return false;
  return gate.permanent || (gate.endsAt !== null && Date.parse(gate.endsAt) > now);
}

/** `hasEntityAccess` of F.4: public without an active gate, or one's own, or bought. */
export function hasAccess(world: World, account: WorldAccount | undefined, model: WorldModel, version: WorldVersion) {
  if (account && (account.id === model.creator.id || account.grants.has(version.id))) return true;
  const isPrivate = model.availability === 'Private' || version.availability === 'Private';
  return !isPrivate && !isGated(version, world.clock.now());
}

function checkAccess(world: World, account: WorldAccount, versionId: number): Refusal | undefined {
  const [model, version] = [world.catalogue.findModelOfVersion(versionId), world.catalogue.findVersion(versionId)];
  const unknown = world.settings.flavour === 'documented' ? refusals.unknown : refusals.noAccess;
  if (!model || !version) return unknown;
  return hasAccess(world, account, model, version) ? undefined : refusals.noAccess;
}

function checkAdd(world: World, account: WorldAccount, version: WorldVersion): Refusal | undefined {
  const vault = getOrCreateVault(world, account);
  if (!vault.ok) return vault.refusal;
  if (!vault.value) return refusals.noMembership;
  if (version.status !== 'Published') return refusals.notPublished;
  if (!version.files.some(file => file.primary)) return refusals.noFiles;
  if (version.usageControl !== 'Download') return refusals.notDownloadable;
  const needed = world.vault.usedKb(account.id) + sizeWhenAdded(version);
  return needed > vault.value.storageKb ? refusals.quota : undefined;
}

/**
 * Flips a version's membership exactly as the site does (F.4, F.5): access first, then a look at the replica, then the write on
 * the primary. Between the two it waits for `beforeWrite`; nothing guards against a second flip meanwhile.
 */
export async function toggle(
  world: World,
  account: WorldAccount,
  versionId: number,
  beforeWrite: () => Promise<void>,
): Promise<Outcome<Toggled>> {
  const refusal = checkAccess(world, account, versionId);
  const isKept = world.vault.replicaItems(account.id, versionId).length > 0;
  // As documented, whatever is kept can be removed.
  if (refusal && !(isKept && world.settings.flavour === 'documented')) return no(refusal);
  await beforeWrite();
  if (isKept) {
    world.vault.remove(account.id, versionId);
    return { ok: true, value: { toggled: 'remove' } };
  }
  const version = world.catalogue.findVersion(versionId);
  const obstacle = version ? checkAdd(world, account, version) : refusals.noAccess;
  if (obstacle) return no(obstacle);
  return { ok: true, value: { toggled: 'add', itemId: world.vault.add(account.id, versionId).id } };
}
