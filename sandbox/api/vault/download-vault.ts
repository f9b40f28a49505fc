import type { ApiAnswer, ApiContext } from '@/sandbox/api/handler.ts';
import type { VaultItemRow, WorldAccount } from '@/sandbox/records.ts';
import type { World } from '@/sandbox/sandbox.ts';
import { hasAccess } from './vault-service.ts';

const FREEZE_AFTER_MS = 30 * 86_400_000;

/** Browsers get plain text, everything else JSON (site-facts.md F.7). */
function failure({ request }: ApiContext, status: number, error: string): ApiAnswer {
  const isBrowser = /mozilla/i.test(request.headers['user-agent'] ?? '');
  return isBrowser ? { status, text: error } : { status, json: { error } };
}

/** F.8: exactly full is over, and more than 30 days of it freezes downloads. */
function isFrozen(world: World, account: WorldAccount): boolean {
  const row = world.vault.row(account.id);
  if (!row) return false;
  return row.storageKb <= world.vault.usedKb(account.id) && world.clock.now() > row.updatedAt + FREEZE_AFTER_MS;
}

/** An account that keeps a version may download it once it is gone; one that still exists obeys its own rules. */
function isDenied(world: World, account: WorldAccount, item: VaultItemRow): boolean {
  const [model, version] = [
    world.catalogue.findModelOfVersion(item.modelVersionId),
    world.catalogue.findVersion(item.modelVersionId),
  ];
  if (!model || !version) return false;
  return version.usageControl !== 'Download' || !hasAccess(world, account, model, version);
}

function addressOf(item: VaultItemRow, type: string, fileId: string | null): string | undefined {
  const stem = `https://storage.sandbox.invalid/vault/${item.vaultId}/${item.modelVersionId}`;
  if (type === 'details') return `${stem}-details.pdf`;
  if (type === 'images') return `${stem}-images.zip`;
  return (fileId === null ? item.files[0] : item.files.find(file => file.id === Number(fileId)))?.url;
}

/** `GET /api/download/vault/{itemId}?type=model|images|details[&fileId=]`: a redirect to a signed address (F.7). */
export function downloadVault(context: ApiContext): ApiAnswer {
  const { world, request, pathId, credentials } = context;
  if (!credentials) return failure(context, 401, 'Unauthorized');
  const { account } = credentials;
  const type = request.query.get('type') ?? '';
  if (!/^\d+$/.test(pathId) || !['model', 'images', 'details'].includes(type))
    return failure(context, 400, 'Invalid request');
  if (!world.vault.row(account.id)) return failure(context, 404, 'Vault not found');
  const item = world.vault.items(account.id).find(({ id }) => id === Number(pathId));
  if (!item) return failure(context, 404, 'Vault item not found');
  if (isFrozen(world, account)) return failure(context, 403, 'Vault storage limit exceeded');
  if (isDenied(world, account, item)) return failure(context, 503, 'This model does not allow downloads');
  const address = addressOf(item, type, request.query.get('fileId'));
  if (address === undefined) return failure(context, 404, 'File not found');
  return { status: 307, headers: { location: `${address}?X-Amz-Expires=86400` } };
}
